package org.zhijian.etl.star;

import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.minute;
import static org.apache.spark.sql.functions.when;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.zhijian.etl.io.Schemas;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.settings.Setting;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimTimeBand;

/** The time-band dimension, and which band a moment falls into: with peak hours 09:00–12:00, 11:59 is peak, 12:00 is not. */
public final class TimeBands {
    private static final String PEAK = "peak";
    private static final String NORMAL = "normal";
    private static final String OFF_PEAK = "off_peak";

    private TimeBands() {}

    public static Dataset<Row> compute(SparkSession spark, Settings settings) {
        List<Row> bands = List.of(
                RowFactory.create("unknown", null),
                RowFactory.create(PEAK, hours(settings.get(Settings.PEAK))),
                RowFactory.create(NORMAL, hours(settings.get(Settings.NORMAL))),
                RowFactory.create(OFF_PEAK, null));
        Column band = Schemas.col(DimTimeBand.TIME_BAND);
        return spark.createDataFrame(
                        bands,
                        new StructType()
                                .add(DimTimeBand.TIME_BAND.name(), DataTypes.StringType)
                                .add(DimTimeBand.HOURS.name(), DataTypes.StringType))
                .withColumn(
                        DimTimeBand.TIME_BAND_KEY.name(),
                        when(band.equalTo("unknown"), lit(WarehouseSchema.UNKNOWN_MEMBER))
                                .otherwise(Keys.of(band)))
                .select(Schemas.columns(DimTimeBand.TABLE));
    }

    /** The key of the band that a moment falls into, in the session's zone. */
    static Column key(Column moment, Settings settings) {
        Column minuteOfDay = hour(moment).multiply(60).plus(minute(moment));
        return when(within(minuteOfDay, settings.get(Settings.PEAK)), Keys.of(lit(PEAK)))
                .when(within(minuteOfDay, settings.get(Settings.NORMAL)), Keys.of(lit(NORMAL)))
                .otherwise(Keys.of(lit(OFF_PEAK)));
    }

    private static Column within(Column minuteOfDay, List<Setting.Span> spans) {
        Column within = lit(false);
        for (Setting.Span span : spans) {
            int end = span.to().equals(LocalTime.MIDNIGHT) ? 24 * 60 : minuteOf(span.to());
            within = within.or(minuteOfDay.geq(minuteOf(span.from())).and(minuteOfDay.lt(end)));
        }
        return within;
    }

    private static int minuteOf(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static String hours(List<Setting.Span> spans) {
        return spans.stream().map(span -> span.from() + "-" + span.to()).collect(Collectors.joining(", "));
    }
}
