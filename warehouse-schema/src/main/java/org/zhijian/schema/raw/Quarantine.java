package org.zhijian.schema.raw;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** What was rejected and why. A record with two broken columns has two rows. Customers' numbers are masked. */
public final class Quarantine {
    public static final Column FILE_ID =
            bigint("file_id", "the landing file the record stands in", "来源文件编号").required();
    public static final Column RUN_ID =
            bigint("run_id", "the run that rejected it", "隔离它的运行编号").required();
    public static final Column LINE = bigint(
                    "line", "the record's first line, the file's first line being 1", "记录首行行号，文件首行为 1")
            .required();
    public static final Column COLUMN_NAME =
            string("column_name", "the broken column; blank for the whole record", "出错的列，空表示整行");
    public static final Column VALUE = string("value", "the value as it came, numbers masked", "原值（号码已脱敏）");
    public static final Column REASON =
            string("reason", "why it was rejected, a code", "隔离原因代码").required();
    public static final Column ALLOWED = string("allowed", "what would have been accepted", "可接受的取值");
    public static final Column CELL = string("cell", "the cell, in a workbook", "工作簿中的单元格");

    public static final Table TABLE = Table.of(
                    Layer.RAW,
                    "quarantine",
                    "One row a rejected record, broken column and run.",
                    "每条被隔离的记录、每个出错的列、每次运行一行。")
            .columns(FILE_ID, RUN_ID, LINE, COLUMN_NAME, VALUE, REASON, ALLOWED, CELL)
            .key(FILE_ID, RUN_ID, LINE, COLUMN_NAME)
            .build();

    private Quarantine() {}
}
