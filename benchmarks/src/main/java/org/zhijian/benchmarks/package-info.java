/** What the suite costs, beside something else that does the same in the same run. */
package org.zhijian.benchmarks;
