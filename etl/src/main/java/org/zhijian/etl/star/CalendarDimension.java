package org.zhijian.etl.star;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.year;
import static org.zhijian.etl.io.Schemas.col;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.zhijian.etl.io.Schemas;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimDate;
import org.zhijian.schema.text.UserError;

/** The date dimension: every day of the calendar, with public holidays from the centre's calendar file. */
public final class CalendarDimension {
    private static final StructType EXCEPTION = new StructType()
            .add("exception_day", DataTypes.DateType)
            .add("exception_workday", DataTypes.BooleanType)
            .add("exception_name", DataTypes.StringType);

    private CalendarDimension() {}

    public static Dataset<Row> compute(SparkSession spark, Settings settings) {
        Dataset<Row> days = spark.range(1)
                .select(explode(sequence(
                                to_date(lit(DimDate.FIRST_DAY.toString())),
                                to_date(lit(DimDate.LAST_DAY.toString())),
                                expr("INTERVAL 1 DAY")))
                        .as(DimDate.DAY.name()));
        Dataset<Row> exceptions = spark.createDataFrame(exceptions(settings), EXCEPTION);
        return days.join(broadcast(exceptions), col(DimDate.DAY).equalTo(col("exception_day")), "left")
                .select(
                        col(DimDate.DAY),
                        trunc(col(DimDate.DAY), "week").as(DimDate.WEEK_START.name()),
                        trunc(col(DimDate.DAY), "month").as(DimDate.MONTH_START.name()),
                        trunc(col(DimDate.DAY), "quarter").as(DimDate.QUARTER_START.name()),
                        year(col(DimDate.DAY)).as(DimDate.YEAR.name()),
                        weekday(col(DimDate.DAY)).plus(1).as(DimDate.DAY_OF_WEEK.name()),
                        coalesce(
                                        col("exception_workday"),
                                        weekday(col(DimDate.DAY)).lt(5))
                                .as(DimDate.WORKDAY.name()),
                        col("exception_name").as(DimDate.HOLIDAY.name()))
                .select(Schemas.columns(DimDate.TABLE));
    }

    /** The days of the calendar file that are not as the week would have them. */
    private static List<Row> exceptions(Settings settings) {
        List<Row> rows = new ArrayList<>();
        if (settings.get(Settings.CALENDAR_FILE).isEmpty()) {
            return rows;
        }
        Path file = settings.path(Settings.CALENDAR_FILE);
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(record -> rows.add(exception(file, record)));
            return rows;
        } catch (IOException e) {
            throw new UserError("etl.calendar.unreadable", file, e.getMessage()).causedBy(e);
        }
    }

    private static Row exception(Path file, NamedCsvRecord record) {
        try {
            String workday = record.getField("workday");
            if (!workday.matches("true|false")) {
                throw new UserError("etl.calendar.wrong", file, record.getStartingLineNumber(), workday);
            }
            return RowFactory.create(
                    Date.valueOf(LocalDate.parse(record.getField("day"))),
                    Boolean.valueOf(workday),
                    record.getField("name"));
        } catch (DateTimeException | NoSuchElementException e) {
            throw new UserError("etl.calendar.wrong", file, record.getStartingLineNumber(), e.getMessage()).causedBy(e);
        }
    }
}
