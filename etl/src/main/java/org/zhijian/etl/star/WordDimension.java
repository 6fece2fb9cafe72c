package org.zhijian.etl.star;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.zhijian.etl.io.Schemas;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;

/** A dimension whose members are the accepted values of a landing column: channel, business type. */
public final class WordDimension {
    private static final String UNKNOWN = "unknown";

    private WordDimension() {}

    /**
     * The dimension with its unknown member.
     *
     * @param table the dimension: a key and a word
     * @param key its key column
     * @param word its word column
     * @param source the landing column whose accepted values are its members
     */
    public static Dataset<Row> compute(SparkSession spark, Table table, Column key, Column word, Column source) {
        List<String> words = new ArrayList<>(source.accepted());
        words.add(UNKNOWN);
        org.apache.spark.sql.Column value = Schemas.col(word);
        return spark.createDataset(words, Encoders.STRING())
                .toDF(word.name())
                .withColumn(
                        key.name(),
                        functions
                                .when(value.equalTo(UNKNOWN), functions.lit(WarehouseSchema.UNKNOWN_MEMBER))
                                .otherwise(Keys.of(value)))
                .select(Schemas.columns(table));
    }
}
