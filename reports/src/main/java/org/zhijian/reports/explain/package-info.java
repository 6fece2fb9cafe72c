/** Where a published number comes from, step by step and in words for the people it is about. */
package org.zhijian.reports.explain;
