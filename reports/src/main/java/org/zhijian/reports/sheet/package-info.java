/** The month's QA plan, and the score sheets in which inspectors write down what they found. */
package org.zhijian.reports.sheet;
