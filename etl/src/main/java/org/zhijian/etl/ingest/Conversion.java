package org.zhijian.etl.ingest;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.zhijian.schema.OpenEnd;
import org.zhijian.schema.Presence;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.raw.Lineage;
import org.zhijian.schema.raw.Quarantine;
import org.zhijian.schema.star.DimDate;

/**
 * From the text of an entity's columns to typed rows of its raw table, and to the reasons why a row is none. Dates are
 * ISO-8601; a timestamp without an offset is read in the centre's zone, which is the session's.
 */
final class Conversion {
    private static final String TYPED = "typed_";
    private static final String NUMBER = "^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$";

    private final Entity entity;
    private final Privacy privacy;
    private final OffsetDateTime earliest;
    private final OffsetDateTime beyond;

    Conversion(Entity entity, Privacy privacy, ZoneId zone) {
        this.entity = entity;
        this.privacy = privacy;
        this.earliest = DimDate.FIRST_DAY.atStartOfDay(zone).toOffsetDateTime();
        this.beyond = DimDate.LAST_DAY.plusDays(1).atStartOfDay(zone).toOffsetDateTime();
    }

    /** The rows that are whole, as rows of the raw table. */
    Dataset<Row> good(Dataset<Row> records) {
        List<Column> columns = new ArrayList<>();
        List<Column> hashed = new ArrayList<>();
        for (org.zhijian.schema.Column column : entity.columns()) {
            Column value = protect(column, stored(column));
            columns.add(value.as(column.name()));
            hashed.add(col(column.name()));
        }
        columns.add(col(LandingSource.FILE_ID).as(Lineage.FILE_ID.name()));
        columns.add(col(LandingSource.LINE).as(Lineage.LINE.name()));
        Dataset<Row> whole = typed(records)
                .where(reasons().stream()
                        .map(Reasoned::reason)
                        .map(Column::isNull)
                        .reduce(col(LandingSource.PROBLEM).isNull(), Column::and))
                .select(columns.toArray(Column[]::new));
        // The hash passes over what is missing; without the gaps, a value would be the same in one column or another.
        hashed.add(gaps(hashed));
        return whole.withColumn(Lineage.ROW_HASH.name(), xxhash64(hashed.toArray(Column[]::new)));
    }

    /** Which of the columns are missing in a row, a bit for each. */
    private static Column gaps(List<Column> columns) {
        Column gaps = lit(0L);
        for (int i = 0; i < columns.size(); i++) {
            gaps = gaps.plus(when(columns.get(i).isNull(), 1L << i).otherwise(0L));
        }
        return gaps;
    }

    /** The typed value, null where a day stands for none. */
    private static Column stored(org.zhijian.schema.Column column) {
        Column typed = col(TYPED + column.name());
        return switch (column.openEnd()) {
            case NONE -> typed;
            case START -> when(typed.geq(lit(DimDate.FIRST_DAY)), typed);
            case END -> when(typed.leq(lit(DimDate.LAST_DAY)), typed);
        };
    }

    /** What is wrong with the rows that are not, as rows of the quarantine. */
    Dataset<Row> broken(Dataset<Row> records, long runId) {
        List<Column> all = new ArrayList<>();
        all.add(struct(
                lit(null).cast("string").as(Quarantine.COLUMN_NAME.name()),
                lit(null).cast("string").as(Quarantine.VALUE.name()),
                col(LandingSource.PROBLEM).as(Quarantine.REASON.name()),
                lit(null).cast("string").as(Quarantine.ALLOWED.name())));
        for (Reasoned reasoned : reasons()) {
            all.add(struct(
                    lit(reasoned.column().name()).as(Quarantine.COLUMN_NAME.name()),
                    privacy.masked(col(reasoned.column().name())).as(Quarantine.VALUE.name()),
                    when(col(LandingSource.PROBLEM).isNull(), reasoned.reason()).as(Quarantine.REASON.name()),
                    lit(reasoned.allowed()).as(Quarantine.ALLOWED.name())));
        }
        return typed(records)
                .select(
                        col(LandingSource.FILE_ID).as(Quarantine.FILE_ID.name()),
                        lit(runId).as(Quarantine.RUN_ID.name()),
                        col(LandingSource.LINE).as(Quarantine.LINE.name()),
                        explode(array(all.toArray(Column[]::new))).as("problem"))
                .where(col("problem." + Quarantine.REASON.name()).isNotNull())
                .select(
                        col(Quarantine.FILE_ID.name()),
                        col(Quarantine.RUN_ID.name()),
                        col(Quarantine.LINE.name()),
                        col("problem.*"))
                .dropDuplicates(Quarantine.FILE_ID.name(), Quarantine.LINE.name(), Quarantine.COLUMN_NAME.name());
    }

    /** A reason, null where there is none, the column that it is about, and what would have been accepted. */
    private record Reasoned(org.zhijian.schema.Column column, Column reason, String allowed) {}

    private List<Reasoned> reasons() {
        List<Reasoned> reasons = new ArrayList<>();
        for (org.zhijian.schema.Column column : entity.columns()) {
            Column reason = reason(column);
            if (reason != null) {
                reasons.add(new Reasoned(column, reason, allowed(column)));
            }
        }
        for (Entity.Span span : entity.spans()) {
            reasons.add(new Reasoned(
                    span.to(),
                    when(
                            col(TYPED + span.to().name())
                                    .lt(col(TYPED + span.from().name())),
                            lit(Reason.ENDS_BEFORE_IT_STARTS.code())),
                    "≥ " + span.from().name()));
        }
        return reasons;
    }

    /** The records with their typed values beside the text, null where the text is none of the type. */
    private Dataset<Row> typed(Dataset<Row> records) {
        List<Column> columns = new ArrayList<>(List.of(col("*")));
        for (org.zhijian.schema.Column column : entity.columns()) {
            columns.add(value(column).as(TYPED + column.name()));
        }
        return records.select(columns.toArray(Column[]::new));
    }

    private Column value(org.zhijian.schema.Column column) {
        Column text = col(column.name());
        return switch (column.type()) {
            case STRING -> string(text, column);
            case INT -> coalesce(text.try_cast("int"), wholeNumber(text));
            case LONG -> text.try_cast("bigint");
            case DOUBLE -> number(text);
            case BOOLEAN -> truth(text);
            case DATE -> when(isIsoDate(text), text.try_cast("date"));
            case TIMESTAMP -> coalesce(OffsetTimestamp.of(text), when(isIsoDate(text), text.try_cast("timestamp")));
        };
    }

    private Column string(Column text, org.zhijian.schema.Column column) {
        if (entity.lists().contains(column)) {
            return words(text);
        }
        return column.accepted().isEmpty() ? text : accepted(text, column);
    }

    /** JSON writes several words as a list. */
    private static Column words(Column text) {
        Column list = from_json(text, DataTypes.createArrayType(DataTypes.StringType));
        return when(text.startsWith("[").and(list.isNotNull()), nullif(array_join(list, ";"), lit("")))
                .otherwise(text);
    }

    /** Almost always the word stands there as it is accepted, and to compare costs less than to lower it. */
    private static Column accepted(Column text, org.zhijian.schema.Column column) {
        return when(text.isin(column.accepted().toArray()), text).otherwise(lower(text));
    }

    /** Spark looks the word up in several sets; most files have one of two. */
    private static Column truth(Column text) {
        return when(text.equalTo("true"), true)
                .when(text.equalTo("false"), false)
                .otherwise(text.try_cast("boolean"));
    }

    /** {@code 5.0} is a whole number too: spreadsheets write it so. */
    private static Column wholeNumber(Column text) {
        Column number = number(text);
        return when(number.equalTo(rint(number)), number.try_cast("int"));
    }

    /** Spark also takes 12d, NaN and 0x1p3 for numbers. */
    private static Column number(Column text) {
        Column number = text.try_cast("double");
        return when(text.rlike(NUMBER).and(abs(number).lt(1e15)), number);
    }

    /** Spark also takes years, months and bare times for timestamps; here a day is the least that is stated. */
    private static Column isIsoDate(Column text) {
        return length(text).geq(10).and(substring(text, 5, 1).equalTo("-"));
    }

    private Column reason(org.zhijian.schema.Column column) {
        Column text = col(column.name());
        Column typed = col(TYPED + column.name());
        Column reason = lit(null).cast("string");
        boolean checked = false;
        if (column.range() != null) {
            Column outside = lit(false);
            if (column.range().min() != null) {
                outside = outside.or(typed.lt(column.range().min()));
            }
            if (column.range().max() != null) {
                outside = outside.or(typed.gt(column.range().max()));
            }
            reason = when(outside, lit(Reason.OUT_OF_RANGE.code())).otherwise(reason);
            checked = true;
        }
        if (!column.accepted().isEmpty()) {
            reason = when(
                            text.isNotNull()
                                    .and(typed.isin(column.accepted().toArray()).unary_$bang()),
                            lit(Reason.NOT_ACCEPTED.code()))
                    .otherwise(reason);
            checked = true;
        }
        Reason unreadable = unreadable(column);
        if (unreadable != null) {
            if (unreadable == Reason.NOT_A_DATE) {
                Column before = column.openEnd() == OpenEnd.START ? lit(false) : typed.lt(lit(DimDate.FIRST_DAY));
                Column after = column.openEnd() == OpenEnd.END ? lit(false) : typed.gt(lit(DimDate.LAST_DAY));
                Column outside = before.or(after);
                reason = when(outside, lit(Reason.OUT_OF_CALENDAR.code())).otherwise(reason);
            } else if (unreadable == Reason.NOT_A_TIMESTAMP) {
                Column outside = typed.lt(lit(earliest.toInstant())).or(typed.geq(lit(beyond.toInstant())));
                reason = when(outside, lit(Reason.OUT_OF_CALENDAR.code())).otherwise(reason);
            }
            reason = when(text.isNotNull().and(typed.isNull()), lit(unreadable.code()))
                    .otherwise(reason);
            checked = true;
        }
        if (column.presence() == Presence.REQUIRED) {
            reason = when(text.isNull(), lit(Reason.MISSING_VALUE.code())).otherwise(reason);
            checked = true;
        }
        return checked ? reason : null;
    }

    private static Reason unreadable(org.zhijian.schema.Column column) {
        return switch (column.type()) {
            case STRING -> null;
            case INT, LONG -> Reason.NOT_A_WHOLE_NUMBER;
            case DOUBLE -> Reason.NOT_A_NUMBER;
            case BOOLEAN -> Reason.NOT_TRUE_OR_FALSE;
            case DATE -> Reason.NOT_A_DATE;
            case TIMESTAMP -> Reason.NOT_A_TIMESTAMP;
        };
    }

    private String allowed(org.zhijian.schema.Column column) {
        if (!column.accepted().isEmpty()) {
            return String.join(", ", column.accepted());
        }
        if (column.range() != null) {
            org.zhijian.schema.Column.Range range = column.range();
            return range.max() == null ? "≥ " + plain(range.min()) : plain(range.min()) + " – " + plain(range.max());
        }
        return switch (column.type()) {
            case DATE -> DimDate.FIRST_DAY + " – " + DimDate.LAST_DAY;
            case TIMESTAMP -> "≥ " + earliest + ", < " + beyond;
            default -> null;
        };
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private Column protect(org.zhijian.schema.Column column, Column value) {
        return switch (column.protection()) {
            case NONE -> value;
            case MASKED -> privacy.masked(value);
            case HASHED -> privacy.hashed(value);
        };
    }
}
