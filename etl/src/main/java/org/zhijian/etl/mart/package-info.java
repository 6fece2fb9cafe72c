/** Star to marts: one class a mart, each a pure function from datasets to a dataset. */
package org.zhijian.etl.mart;
