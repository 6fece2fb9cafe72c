package org.zhijian.reports.pdf;

import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JasperReport;

/**
 * A piece of a document with the template that shows it.
 *
 * @param template the template, fitted to the sheet
 * @param parameters its parameters
 * @param rows its records
 * @param start how much room it needs to begin on a page, in points; with less it begins on the next
 */
record Piece(JasperReport template, Map<String, Object> parameters, JRDataSource rows, int start) {}
