package org.zhijian.etl.run;

import java.util.List;
import org.zhijian.schema.Table;

/**
 * A declared check that does not hold.
 *
 * @param table the table
 * @param check the check's name: {@code key}, {@code reference}, {@code not_null.<column>}, or as declared
 * @param rows some of the rows that break it, as text
 */
public record Violation(Table table, String check, List<String> rows) {}
