package org.zhijian.reports;

import java.time.LocalDate;
import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** Tables for tests. */
public final class Samples {
    public static final Column MONTH = Column.date("month", "", "");
    public static final Column NAME = Column.string("name", "", "");
    public static final Column COUNT = Column.integer("count", "", "");
    public static final Column TOTAL = Column.bigint("total", "", "");
    public static final Column SCORE = Column.number("score", "", "");
    public static final Column MET = Column.bool("met", "", "");
    public static final Column SEEN_AT = Column.timestamp("seen_at", "", "");

    /** A mart with a column of every type, partitioned by month. */
    public static final Table EVERY_TYPE = Table.of(Layer.MART, "every_type", "", "")
            .columns(MONTH, NAME, COUNT, TOTAL, SCORE, MET, SEEN_AT)
            .key(MONTH, NAME)
            .partitionedBy(MONTH)
            .build();

    /** A fact. */
    public static final Table FACT = Table.of(Layer.STAR, "fact_sample", "", "")
            .columns(NAME, COUNT)
            .key(NAME)
            .build();

    public static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    public static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

    /** A row's values. */
    public static Object[] row(Object... values) {
        return values;
    }

    private Samples() {}
}
