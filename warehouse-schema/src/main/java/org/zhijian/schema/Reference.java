package org.zhijian.schema;

/**
 * Every value of {@code column} that is not null stands in {@code targetColumn} of {@code target}.
 *
 * @param column the referring column
 * @param target the table referred to
 * @param targetColumn the column referred to, unique in its table
 */
public record Reference(Column column, Table target, Column targetColumn) {}
