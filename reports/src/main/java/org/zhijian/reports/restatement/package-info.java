/** What later publications changed of what had been published before, and because of which appeals (R11). */
package org.zhijian.reports.restatement;
