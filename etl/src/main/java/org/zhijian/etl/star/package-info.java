/** From the raw tables to dimensions and facts: pure functions, one class a table. */
package org.zhijian.etl.star;
