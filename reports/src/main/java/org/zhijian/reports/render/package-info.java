/** The reports by name, when each is due, and the files they are written to. */
package org.zhijian.reports.render;
