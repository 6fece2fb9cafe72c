/** A document as a workbook to work in: real numbers and dates, filters, native charts. */
package org.zhijian.reports.excel;
