package org.zhijian.etl.testing;

import static org.apache.spark.sql.functions.col;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.zhijian.schema.Table;

/**
 * Compares datasets with tables written as text: types and rows must agree, in any order, numbers to a millionth.
 *
 * <p>The comparison is spark-testing-base's, which would start a session of its own with Hive; so it is lent ours.
 */
public final class Comparison extends JavaDatasetSuiteBase {
    private static final double TOLERANCE = 1e-6;

    private final transient SparkSession session = LocalSpark.session();

    private Comparison() {}

    /** The whole mart is typed as declared, and its columns that are named in the text have these rows. */
    public static void assertTable(Dataset<Row> actual, Table table, String expected) {
        List<String> declared = table.columns().stream()
                .map(column -> column.name() + " " + column.type().sql())
                .toList();
        List<String> found = Arrays.stream(actual.schema().fields())
                .map(field -> field.name() + " " + field.dataType().sql().toLowerCase(Locale.ROOT))
                .toList();
        if (!declared.equals(found)) {
            throw new AssertionError(table + " is declared as\n" + declared + "\nbut came as\n" + found);
        }
        compare(actual, Tables.part(table, expected));
    }

    /** The columns that are named, typed in the manner of SQL, have these rows. */
    public static void assertRows(Dataset<Row> actual, String columns, String expected) {
        compare(actual, Tables.typed(columns, expected));
    }

    private static void compare(Dataset<Row> actual, Dataset<Row> expected) {
        Dataset<Row> want = sorted(expected, expected.schema());
        Dataset<Row> have = sorted(actual, expected.schema());
        try {
            new Comparison().assertDataFrameApproximateEquals(want, have, TOLERANCE);
        } catch (AssertionError e) {
            throw new AssertionError("expected\n" + print(want) + "\nbut was\n" + print(have), e);
        }
    }

    /**
     * Computed once and sorted here, since a sort by Spark would compute it twice; with the same nullability, since
     * neither side's says anything about the rows.
     */
    private static Dataset<Row> sorted(Dataset<Row> rows, StructType schema) {
        Column[] columns =
                Arrays.stream(schema.fieldNames()).map(name -> col(name)).toArray(Column[]::new);
        Dataset<Row> part = rows.select(columns);
        List<Row> sorted = part.collectAsList().stream()
                .sorted(Comparator.comparing(Row::toString))
                .toList();
        return LocalSpark.session().createDataFrame(sorted, nullable(part.schema()));
    }

    private static StructType nullable(StructType schema) {
        StructType nullable = new StructType();
        for (var field : schema.fields()) {
            nullable = nullable.add(field.name(), field.dataType());
        }
        return nullable;
    }

    private static String print(Dataset<Row> rows) {
        String header = "| " + String.join(" | ", rows.columns()) + " |\n";
        return rows.collectAsList().stream()
                .map(row -> "| " + row.mkString(" | ").replace("null", "") + " |")
                .collect(Collectors.joining("\n", header, "\n"));
    }

    @Override
    public SparkSession spark() {
        return session;
    }

    @Override
    public SparkContext sc() {
        return session.sparkContext();
    }

    @Override
    public SQLContext sqlContext() {
        return session.sqlContext();
    }
}
