/** The marts: one table for each question that the department's rules answer. */
package org.zhijian.schema.mart;
