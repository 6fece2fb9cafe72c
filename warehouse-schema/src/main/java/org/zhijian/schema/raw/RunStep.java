package org.zhijian.schema.raw;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.integer;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;
import static org.zhijian.schema.Column.timestamp;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** The ledger of runs: what each step of a published run took in, gave out and cost. */
public final class RunStep {
    public static final Column RUN_ID =
            bigint("run_id", "the run's number", "运行编号").required();
    public static final Column POSITION =
            integer("position", "the step's place in the run", "步骤序号").required();
    public static final Column STEP = string("step", "the step", "步骤").required();
    public static final Column BUSINESS_DATE =
            date("business_date", "the business day the run closed", "业务日期").required();
    public static final Column STARTED_AT =
            timestamp("started_at", "when the step began", "开始时间").required();
    public static final Column ROWS_IN = bigint(
                    "rows_in", "records read, by the step that loads files", "装载文件的步骤读入的记录数")
            .atLeast(0);
    public static final Column ROWS_OUT =
            bigint("rows_out", "rows written", "写出行数").atLeast(0);
    public static final Column SECONDS =
            number("seconds", "seconds it took", "用时（秒）").required().atLeast(0);

    public static final Table TABLE = Table.of(
                    Layer.RAW, "run_step", "One row a step of a published run.", "每次已发布运行的每个步骤一行。")
            .columns(RUN_ID, POSITION, STEP, BUSINESS_DATE, STARTED_AT, ROWS_IN, ROWS_OUT, SECONDS)
            .key(RUN_ID, POSITION)
            .build();

    private RunStep() {}
}
