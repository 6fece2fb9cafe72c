package org.zhijian.schema.star;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a time band of the day. */
public final class DimTimeBand {
    public static final Column TIME_BAND_KEY = bigint(
                    "time_band_key", "surrogate key, a hash of the band; 0 is the unknown member", "代理键（时段的散列），0 为未知成员")
            .required();
    public static final Column TIME_BAND = string("time_band", "peak, normal or off_peak", "时段：高峰、平峰、低谷")
            .required()
            .oneOf("peak", "normal", "off_peak", "unknown");
    public static final Column HOURS = string("hours", "the hours of the band, as set", "时段包含的时间");

    public static final Table TABLE = Table.of(
                    Layer.STAR, "dim_time_band", "One row a time band of the day.", "每个时段一行。")
            .columns(TIME_BAND_KEY, TIME_BAND, HOURS)
            .key(TIME_BAND_KEY)
            .build();

    private DimTimeBand() {}
}
