/** A published table written out as one file. */
package org.zhijian.reports.export;
