package org.zhijian.schema.raw;

import static org.zhijian.schema.Column.bigint;

import java.util.List;
import org.zhijian.schema.Column;

/** The columns by which each row of a raw table is traced to the file and line it came from. */
public final class Lineage {
    public static final Column FILE_ID = bigint(
                    "file_id",
                    "the landing file the row came from; a later file has the greater number",
                    "来源文件编号，后到的文件编号更大")
            .required();
    public static final Column LINE = bigint(
                    "line",
                    "the row's line in that file, the first line being 1; for a score or error in a score sheet 10,000 × row + column",
                    "在来源文件中的行号，首行为 1；评分表中的得分与差错为 10000 × 行 + 列")
            .required();
    public static final Column ROW_HASH = bigint(
                    "row_hash", "hash of the row's values, by which a repeated row is known", "行内容的散列值，用于识别重复行")
            .required();

    static final List<Column> ALL = List.of(FILE_ID, LINE, ROW_HASH);

    private Lineage() {}
}
