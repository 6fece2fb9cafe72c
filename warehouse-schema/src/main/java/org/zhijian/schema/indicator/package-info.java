/** The assessment indicators (R10): what each divides by what, and which way is better. */
package org.zhijian.schema.indicator;
