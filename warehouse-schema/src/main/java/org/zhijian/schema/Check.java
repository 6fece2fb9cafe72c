package org.zhijian.schema;

/**
 * A condition that holds for every row; Delta enforces it on write.
 *
 * @param name the constraint's name, unique in its table
 * @param condition a Spark SQL condition over the table's columns
 */
public record Check(String name, String condition) {}
