/** The department's rules as functions on columns, each beside its worked example. */
package org.zhijian.etl.rule;
