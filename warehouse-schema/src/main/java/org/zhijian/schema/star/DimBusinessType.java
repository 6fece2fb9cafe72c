package org.zhijian.schema.star;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a business type. */
public final class DimBusinessType {
    public static final Column BUSINESS_TYPE_KEY = bigint(
                    "business_type_key",
                    "surrogate key, a hash of the business type; 0 is the unknown member",
                    "代理键（业务类型的散列），0 为未知成员")
            .required();
    public static final Column BUSINESS_TYPE =
            string("business_type", "the business type", "业务类型").required();

    public static final Table TABLE = Table.of(Layer.STAR, "dim_business_type", "One row a business type.", "每个业务类型一行。")
            .columns(BUSINESS_TYPE_KEY, BUSINESS_TYPE)
            .key(BUSINESS_TYPE_KEY)
            .build();

    private DimBusinessType() {}
}
