/** The nightly run: its steps in order, what they touch, and how a night ends in a publication. */
package org.zhijian.etl.run;
