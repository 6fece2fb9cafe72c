/** A document as a PDF: pages and tables by Jasper's templates, charts drawn as vectors. */
package org.zhijian.reports.pdf;
