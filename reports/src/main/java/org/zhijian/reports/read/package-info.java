/** The one reader of published tables: Delta Kernel, without Spark. */
package org.zhijian.reports.read;
