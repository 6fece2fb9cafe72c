package org.zhijian.schema.star;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.bool;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row an evaluation and error type found. */
public final class FactError {
    public static final Column EVALUATION_ID =
            string("evaluation_id", "the evaluation", "评分编号").required();
    public static final Column ERROR_CODE =
            string("error_code", "the error type", "差错编码").required();
    public static final Column MONTH = date(
                    "month",
                    "the evaluation's QA month; 1900-01-01 while the evaluation has not come",
                    "所属质检月，评分未到时为 1900-01-01")
            .required();
    public static final Column ERROR_TYPE_KEY =
            bigint("error_type_key", "the error type", "差错类型").required();
    public static final Column STANDS = bool("stands", "false when an accepted appeal removed it", "是否成立（申诉撤销后为否）")
            .required();
    public static final Column REMOVED_BY = string("removed_by", "the appeal that removed it", "撤销它的申诉");
    public static final Column NOTE = string("note", "the inspector's note", "说明");

    public static final Table TABLE = Table.of(
                    Layer.STAR, "fact_error", "One row an evaluation and error type found.", "每条评分、每个差错类型一行。")
            .columns(EVALUATION_ID, ERROR_CODE, MONTH, ERROR_TYPE_KEY, STANDS, REMOVED_BY, NOTE)
            .key(EVALUATION_ID, ERROR_CODE)
            .partitionedBy(MONTH)
            .refers(ERROR_TYPE_KEY, DimErrorType.TABLE, DimErrorType.ERROR_TYPE_KEY)
            .build();

    private FactError() {}
}
