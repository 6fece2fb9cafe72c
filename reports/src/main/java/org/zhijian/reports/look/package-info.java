/** The look of all reports, declared once for PDF and workbook. */
package org.zhijian.reports.look;
