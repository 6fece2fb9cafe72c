package org.zhijian.etl.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.etl.testing.LocalSpark;
import org.zhijian.schema.raw.Exams;
import org.zhijian.schema.text.UserError;

class ParquetFilesTest {
    /** 2026-10-01T08:02:42.5000009Z. */
    private static final long NANOS = 1_790_841_762_500_000_900L;

    private static final String EXAM =
            """
            message exam {
              required binary exam_id (STRING);
              required binary agent_id (STRING);
              required int64 taken_on (TIMESTAMP(NANOS,false));
              required double score;
              required int64 %s (TIME(NANOS,false));
              required int64 _metadata;
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void momentsInNanosecondsComeAsThoseInMicrosecondsDo() throws IOException {
        Group group = group(
                """
                message moments {
                  required int64 utc_ns (TIMESTAMP(NANOS,true));
                  required int64 utc_us (TIMESTAMP(MICROS,true));
                  required int64 local_ns (TIMESTAMP(NANOS,false));
                  required int64 local_us (TIMESTAMP(MICROS,false));
                  required int64 time_us (TIME(MICROS,false));
                  optional int64 none_ns (TIMESTAMP(NANOS,true));
                }
                """);
        group.add("utc_ns", NANOS);
        group.add("utc_us", NANOS / 1000);
        group.add("local_ns", NANOS);
        group.add("local_us", NANOS / 1000);
        group.add("time_us", (8 * 3600 + 2 * 60 + 42) * 1_000_000L);
        Row row = read(write(group), "utc_ns", "utc_us", "local_ns", "local_us", "time_us", "none_ns");
        assertThat(row.getString(0)).isEqualTo("2026-10-01T08:02:42.500000Z").isEqualTo(row.getString(1));
        assertThat(row.getString(2)).isEqualTo("2026-10-01 08:02:42.5").isEqualTo(row.getString(3));
        assertThat(row.getString(4)).isEqualTo("08:02:42");
        assertThat(row.isNullAt(5)).isTrue();
    }

    @Test
    void aColumnThatCannotBeReadDoesNoHarmUnlessItIsUsed() throws IOException {
        Centre centre = new Centre(folder, Exams.ENTITY);
        write(exam("subject_at"), centre.landing().resolve("exams-unused.parquet"));
        write(exam("Subject"), centre.landing().resolve("exams-used.parquet"));
        write(exam("mapped"), centre.landing().resolve("mapped-unused.parquet"));
        write(exam("Time"), centre.landing().resolve("mapped-used.parquet"));
        write(exam("time"), centre.landing().resolve("mapped-optional.parquet"));
        centre.mapping("optional", mapping("mapped-optional.parquet", "concat(exam_id, time)") + "optional: Time\n")
                .mapping("unused", mapping("mapped-unused.parquet", "exam_id"))
                .mapping("used", mapping("mapped-used.parquet", "concat(exam_id, time)"));
        var files = centre.night();
        assertThat(files.get("exams-unused.parquet").status()).isEqualTo("loaded");
        assertThat(files.get("exams-unused.parquet").unknownColumns()).containsExactly("_metadata", "subject_at");
        assertThat(files.get("mapped-unused.parquet").status()).isEqualTo("loaded");
        assertThat(files.get("exams-used.parquet").rejection())
                .hasMessageContaining("column Subject ")
                .hasMessageContaining("TIME(NANOS,false)");
        assertThat(files.get("mapped-optional.parquet").rejection()).hasMessageContaining("column time ");
        assertThat(files.get("mapped-used.parquet").rejection())
                .hasMessageContaining("column Time ")
                .hasMessageContaining("TIME(NANOS,false)");
        assertThat(centre.raw(Exams.ENTITY)
                        .select("exam_id", "taken_on", "line")
                        .collectAsList()
                        .toString())
                .isEqualTo("[[X,2026-10-01,1], [X,2026-10-01,1]]");
    }

    @Test
    void aCodecThatIsNotThereIsNamed() throws IOException {
        Path file = folder.resolve("x.parquet");
        Group group = group("message m { required int64 a; }");
        group.add("a", 1L);
        write(group, file, CompressionCodecName.BROTLI);
        assertThatThrownBy(() -> ParquetFiles.contents(LocalSpark.session(), file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("BROTLI")
                .hasMessageContaining("zstd");
    }

    @Test
    void columnsThatDifferInCapitalsOnlyAreOneTwice() throws IOException {
        Group group = group("message m { required int64 csat; required int64 CSAT; }");
        group.add("csat", 1L);
        group.add("CSAT", 2L);
        assertThatThrownBy(() -> ParquetFiles.contents(LocalSpark.session(), write(group)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("x.parquet has the column CSAT twice");
    }

    private static String mapping(String file, String id) {
        return "files: " + file + "\nformat: parquet\nentity: exams\nmap: {exam_id: \"" + id
                + "\", agent_id: agent_id, taken_on: taken_on, score: score}\n";
    }

    private static Group exam(String column) {
        Group group = group(EXAM.formatted(column));
        group.add("exam_id", "X");
        group.add("agent_id", "A1");
        group.add("taken_on", NANOS);
        group.add("score", 95.5);
        group.add(column, 1L);
        group.add("_metadata", 1L);
        return group;
    }

    private static Group group(String schema) {
        return new SimpleGroup(MessageTypeParser.parseMessageType(schema));
    }

    private static Row read(Path file, String... columns) {
        LandingSource.Part part =
                new LandingSource.Part(1, file.toString(), 0, SourceOptions.plain(Format.PARQUET, "UTF-8"));
        return ParquetFiles.read(LocalSpark.session(), part, List.of(columns)).head();
    }

    private Path write(Group row) throws IOException {
        return write(row, folder.resolve("x.parquet"));
    }

    private static Path write(Group row, Path file) throws IOException {
        return write(row, file, CompressionCodecName.UNCOMPRESSED);
    }

    private static Path write(Group row, Path file, CompressionCodecName codec) throws IOException {
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType((MessageType) row.getType())
                .withCodecFactory(new Uncompressed())
                .withCompressionCodec(codec)
                .build()) {
            writer.write(row);
        }
        return file;
    }

    /** Compresses nothing, whatever the file is told. */
    private static final class Uncompressed implements CompressionCodecFactory {
        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            return new BytesInputCompressor() {
                @Override
                public BytesInput compress(BytesInput bytes) {
                    return bytes;
                }

                @Override
                public CompressionCodecName getCodecName() {
                    return codec;
                }

                @Override
                public void release() {}
            };
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            throw new UnsupportedOperationException("written only");
        }

        @Override
        public void release() {}
    }
}
