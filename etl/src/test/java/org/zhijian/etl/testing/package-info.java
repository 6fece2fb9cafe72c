/** What the tests share: one Spark session, tables written as text, and their comparison. */
package org.zhijian.etl.testing;
