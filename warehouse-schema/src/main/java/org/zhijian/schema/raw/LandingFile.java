package org.zhijian.schema.raw;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.string;
import static org.zhijian.schema.Column.timestamp;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** The ledger of landing files. A file whose row says rejected left nothing but that row. */
public final class LandingFile {
    /** The status of a file whose records were read. */
    public static final String LOADED = "loaded";

    /** The status of one that has the content of another and is read as the same. */
    public static final String REPEATED = "repeated";

    /** The status of one that could not be read. */
    public static final String REJECTED = "rejected";

    public static final Column FILE_ID = bigint(
                    "file_id", "the file's number; a later file has the greater number", "文件编号，后到的更大")
            .required();
    public static final Column RUN_ID =
            bigint("run_id", "the run that read it", "读取它的运行编号").required();
    public static final Column PATH =
            string("path", "its path below the landing folder", "相对于落地目录的路径").required();
    public static final Column ENTITY = string(
            "entity",
            "the entity it holds; score_sheets for a score sheet, which holds evaluations, their scores and errors",
            "实体；score_sheets 为评分表，含评分、考核项得分与差错");
    public static final Column MAPPING = string("mapping", "the mapping it was read through", "使用的映射");
    public static final Column BYTES =
            bigint("bytes", "its size in bytes", "字节数").required().atLeast(0);
    public static final Column MODIFIED_AT =
            timestamp("modified_at", "when it was last written", "最后写入时间").required();
    public static final Column CHECKSUM = string("checksum", "SHA-256 of its content, in hex", "内容的 SHA-256（十六进制）")
            .required();
    public static final Column STATUS =
            string("status", "what became of it", "处理结果").required().oneOf(LOADED, REPEATED, REJECTED);
    public static final Column ROWS_READ = bigint(
                    "rows_read",
                    "records read; of a score sheet evaluations, scores and errors, and each row that cannot be loaded as one",
                    "读取的行数；评分表按评分、得分、差错计，无法加载的行各计一条")
            .required()
            .atLeast(0);
    public static final Column ROWS_LOADED = bigint("rows_loaded", "records that hold after the run", "生效的行数")
            .required()
            .atLeast(0);
    public static final Column ROWS_SUPERSEDED = bigint(
                    "rows_superseded", "records kept but outdone by a newer version", "被更新版本取代的行数")
            .required()
            .atLeast(0);
    public static final Column ROWS_DUPLICATE = bigint(
                    "rows_duplicate", "records that repeat what is known", "与已有内容重复的行数")
            .required()
            .atLeast(0);
    public static final Column ROWS_QUARANTINED = bigint("rows_quarantined", "records in quarantine", "被隔离的行数")
            .required()
            .atLeast(0);
    public static final Column MESSAGE = string("message", "why it was rejected, or a warning", "拒收原因或警告");

    public static final Table TABLE = Table.of(
                    Layer.RAW, "landing_file", "One row a landing file and run that read it.", "每个落地文件、每次读取它的运行一行。")
            .columns(
                    FILE_ID,
                    RUN_ID,
                    PATH,
                    ENTITY,
                    MAPPING,
                    BYTES,
                    MODIFIED_AT,
                    CHECKSUM,
                    STATUS,
                    ROWS_READ,
                    ROWS_LOADED,
                    ROWS_SUPERSEDED,
                    ROWS_DUPLICATE,
                    ROWS_QUARANTINED,
                    MESSAGE)
            .key(FILE_ID, RUN_ID)
            .check("rows_add_up", "rows_read = rows_loaded + rows_superseded + rows_duplicate + rows_quarantined")
            .build();

    private LandingFile() {}
}
