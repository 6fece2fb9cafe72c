package org.zhijian.schema.raw;

import static org.zhijian.schema.Column.identifier;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;

/** One row an error type. */
public final class ErrorTypes {
    public static final Column ERROR_CODE =
            identifier("error_code", "the error type", "差错编码").required();
    public static final Column NAME = string("name", "its name", "名称").required();
    public static final Column SEVERITY =
            string("severity", "severe or general", "严重程度").required().oneOf("severe", "general");
    public static final Column CATEGORY = string("category", "the category", "类别");
    public static final Column ITEM_CODE = identifier("item_code", "the scorecard item it belongs to", "对应考核项");
    public static final Column ROOT_CAUSE = string("root_cause", "the root cause", "根本原因");

    public static final Entity ENTITY = Entity.of("error_types", "One row an error type.", "每个差错类型一行。")
            .columns(ERROR_CODE, NAME, SEVERITY, CATEGORY, ITEM_CODE, ROOT_CAUSE)
            .key(ERROR_CODE)
            .build();

    private ErrorTypes() {}
}
