package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a month and error type of its vital few: the PDCA issue list (R13). */
public final class PdcaIssue {
    public static final Column MONTH =
            date("month", "the month, its first day", "月份（当月第一天）").required();
    public static final Column ERROR_CODE =
            string("error_code", "the error type", "差错编码").required();
    public static final Column ERRORS =
            bigint("errors", "errors found", "差错数").required().atLeast(1);
    public static final Column SHARE =
            number("share", "its share of all errors", "占比").required();
    public static final Column PREVIOUS_ERRORS = bigint(
                    "previous_errors",
                    "errors of the month before; blank when that has none of any type",
                    "上月差错数，上月无任何差错时为空")
            .atLeast(0);
    public static final Column COACHING_OPENED = bigint(
                    "coaching_opened", "coachings about it that were opened in the month", "当月就此开始的辅导数")
            .required()
            .atLeast(0);
    public static final Column COACHING_CLOSED = bigint(
                    "coaching_closed", "those of them that are passed or closed", "其中已通过复检或关闭的")
            .required()
            .atLeast(0);
    public static final Column STATUS = string(
                    "status",
                    "plan: no coaching; do: none re-checked; check: some are; act: all passed or closed",
                    "阶段：plan 未辅导，do 尚无复检，check 部分复检，act 全部通过或关闭")
            .required()
            .oneOf("plan", "do", "check", "act");

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "pdca_issue",
                    "One row a month and error type of its vital few: the PDCA issue list (R13).",
                    "每月每个关键少数差错类型一行：PDCA 问题清单（R13）。")
            .columns(MONTH, ERROR_CODE, ERRORS, SHARE, PREVIOUS_ERRORS, COACHING_OPENED, COACHING_CLOSED, STATUS)
            .key(MONTH, ERROR_CODE)
            .partitionedBy(MONTH)
            .build();

    private PdcaIssue() {}
}
