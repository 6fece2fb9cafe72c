package org.zhijian.etl.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Another system's records as records of an entity, by a mapping's expressions. */
final class MappedRecords {
    private MappedRecords() {}

    /**
     * A session for mappings' expressions: one that cannot be computed for a record gives null there instead of ending the
     * run, so that a required column sends the record to quarantine.
     */
    static SparkSession session(SparkSession spark) {
        SparkSession forgiving = spark.newSession();
        spark.conf().getAll().foreach(setting -> {
            if (forgiving.conf().isModifiable(setting._1())) {
                forgiving.conf().set(setting._1(), setting._2());
            }
            return null;
        });
        forgiving.conf().set("spark.sql.ansi.enabled", "false");
        return forgiving;
    }

    static Dataset<Row> of(Mapping mapping, Dataset<Row> source) {
        Column whole = col(LandingSource.PROBLEM).isNull();
        Dataset<Row> defined = source;
        for (String column : mapping.optional()) {
            if (ColumnNames.find(List.of(source.columns()), column) == null) {
                defined = defined.withColumn(column, lit(null).cast("string"));
            }
        }
        for (Map.Entry<String, String> definition : mapping.definitions().entrySet()) {
            defined = defined.withColumn(definition.getKey(), expr(definition.getValue()));
        }
        Dataset<Row> kept = mapping.filter().isEmpty()
                ? defined
                : defined.where(whole.unary_$bang().or(expr(mapping.filter())));
        List<Column> columns = new ArrayList<>();
        for (org.zhijian.schema.Column column : mapping.entity().columns()) {
            String expression = mapping.expressions().get(column.name());
            Column value = expression == null ? lit(null).cast("string") : when(whole, text(expr(expression)));
            columns.add(value.as(column.name()));
        }
        columns.add(col(LandingSource.FILE_ID));
        columns.add(col(LandingSource.LINE));
        columns.add(col(LandingSource.PROBLEM));
        return kept.select(columns.toArray(Column[]::new));
    }

    /** A value as the text that the other formats would have brought. */
    static Column text(Column value) {
        return nullif(trim(value.cast("string"), SourceRecord.WHITE_SPACE), lit(""));
    }
}
