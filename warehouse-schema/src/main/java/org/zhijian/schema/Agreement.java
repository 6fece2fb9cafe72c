package org.zhijian.schema;

/**
 * A sum that has to agree: {@code total} of a row equals the sum of {@code detail} over the rows of {@code details} that
 * carry the same {@code by} value.
 *
 * @param name the check's name, unique in its table
 * @param total the total, in the declaring table; a null total is not compared
 * @param details the table with the parts
 * @param detail the part, null parts add nothing
 * @param by the column that both tables share
 */
public record Agreement(String name, Column total, Table details, Column detail, Column by) {}
