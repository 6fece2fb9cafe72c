/** What a report says, in the order in which it is read, apart from how a PDF or a workbook shows it. */
package org.zhijian.reports.document;
