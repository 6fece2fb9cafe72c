/** The star schema: dimensions with surrogate keys and an unknown member each, and the facts that refer to them. */
package org.zhijian.schema.star;
