package org.zhijian.etl.testing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.zhijian.schema.Table;

/**
 * Tables written as text: a line a row, cells between bars, the first line naming the columns. A blank cell is null,
 * {@code ""} the empty string; a line of dashes is only for the eye.
 */
public final class Tables {
    private Tables() {}

    /** Only the named columns of a declared table, typed as declared. */
    static Dataset<Row> part(Table table, String text) {
        return typed(schema(table, header(text)), text);
    }

    /** A declared table; its columns that are not named are null, or something neutral where they are required. */
    public static Dataset<Row> of(Table table, String text) {
        return of(table, text, Map.of());
    }

    /** A declared table; columns that are not named follow from those that are, by the given expressions. */
    public static Dataset<Row> of(Table table, String text, Map<org.zhijian.schema.Column, Column> expressions) {
        Dataset<Row> named = part(table, text);
        List<String> header = header(text);
        Column[] all = table.columns().stream()
                .map(column -> (header.contains(column.name())
                                ? col(column.name())
                                : expressions.getOrDefault(column, neutral(column)))
                        .cast(column.type().sql())
                        .as(column.name()))
                .toArray(Column[]::new);
        return named.select(all);
    }

    /** A table of undeclared columns, with their names and types in the manner of SQL: {@code "score double"}. */
    public static Dataset<Row> typed(String columns, String text) {
        return typed(StructType.fromDDL(columns), text);
    }

    private static Dataset<Row> typed(StructType schema, String text) {
        List<String> header = header(text);
        if (!header.equals(List.of(schema.fieldNames()))) {
            throw new IllegalArgumentException("The table has the columns " + header + ", not " + schema);
        }
        StructType strings = new StructType();
        for (String name : header) {
            strings = strings.add(name, "string");
        }
        List<Row> rows = lines(text).stream()
                .skip(1)
                .map(line -> {
                    Object[] cells = cells(line).stream().map(Tables::value).toArray();
                    if (cells.length != header.size()) {
                        throw new IllegalArgumentException("Not " + header.size() + " cells: " + line);
                    }
                    return RowFactory.create(cells);
                })
                .toList();
        Column[] cast = Arrays.stream(schema.fields())
                .map(field -> col(field.name()).cast(field.dataType()).as(field.name()))
                .toArray(Column[]::new);
        return LocalSpark.session().createDataFrame(rows, strings).select(cast);
    }

    static List<String> header(String text) {
        return cells(lines(text).get(0));
    }

    private static StructType schema(Table table, List<String> header) {
        StructType schema = new StructType();
        for (String name : header) {
            org.zhijian.schema.Column declared = table.columns().stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(table + " has no column " + name));
            schema = schema.add(name, declared.type().sql());
        }
        return schema;
    }

    private static Column neutral(org.zhijian.schema.Column column) {
        if (!column.isRequired()) {
            return lit(null);
        }
        return switch (column.type()) {
            case STRING ->
                lit(column.accepted().isEmpty() ? "-" : column.accepted().get(0));
            case INT, LONG, DOUBLE -> lit(0);
            case BOOLEAN -> lit(false);
            case DATE, TIMESTAMP -> lit("1970-01-01");
        };
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("|-"))
                .toList();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        String[] parts = line.split("\\|", -1);
        for (String cell : Arrays.asList(parts).subList(1, parts.length - 1)) {
            cells.add(cell.strip());
        }
        return cells;
    }

    private static String value(String cell) {
        return cell.isEmpty() ? null : cell.equals("\"\"") ? "" : cell;
    }
}
