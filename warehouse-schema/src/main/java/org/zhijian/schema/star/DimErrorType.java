package org.zhijian.schema.star;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.bool;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row an error type. */
public final class DimErrorType {
    public static final Column ERROR_TYPE_KEY = bigint(
                    "error_type_key",
                    "surrogate key, a hash of error_code; 0 is the unknown member",
                    "代理键（差错编码的散列），0 为未知成员")
            .required();
    public static final Column ERROR_CODE =
            string("error_code", "the error type", "差错编码").required();
    public static final Column NAME = string("name", "its name", "名称");
    public static final Column SEVERITY = string("severity", "severe or general; blank while unknown", "严重程度，未知时为空")
            .oneOf("severe", "general");
    public static final Column CATEGORY = string("category", "the category", "类别");
    public static final Column ITEM_CODE = string("item_code", "the scorecard item it belongs to", "对应考核项");
    public static final Column ROOT_CAUSE = string("root_cause", "the root cause", "根本原因");
    public static final Column INFERRED = bool(
                    "inferred", "known only from facts; its own record has not come", "仅由事实推断，尚无主数据")
            .required();

    public static final Table TABLE = Table.of(Layer.STAR, "dim_error_type", "One row an error type.", "每个差错类型一行。")
            .columns(ERROR_TYPE_KEY, ERROR_CODE, NAME, SEVERITY, CATEGORY, ITEM_CODE, ROOT_CAUSE, INFERRED)
            .key(ERROR_TYPE_KEY)
            .build();

    private DimErrorType() {}
}
