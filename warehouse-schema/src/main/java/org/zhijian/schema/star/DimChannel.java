package org.zhijian.schema.star;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a channel. */
public final class DimChannel {
    public static final Column CHANNEL_KEY = bigint(
                    "channel_key",
                    "surrogate key, a hash of the channel; 0 is the unknown member",
                    "代理键（渠道的散列），0 为未知成员")
            .required();
    public static final Column CHANNEL = string("channel", "the channel", "渠道").required();

    public static final Table TABLE = Table.of(Layer.STAR, "dim_channel", "One row a channel.", "每个渠道一行。")
            .columns(CHANNEL_KEY, CHANNEL)
            .key(CHANNEL_KEY)
            .build();

    private DimChannel() {}
}
