package org.zhijian.etl.ingest;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.etl.testing.LocalSpark;
import org.zhijian.schema.raw.Exams;

/** What the documentation of mappings promises of expressions. */
class MappedRecordsTest {
    private static final SparkSession FORGIVING = MappedRecords.session(LocalSpark.session());

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("promised")
    void anExpressionGivesWhatTheDocumentationSays(String expression, String x, String expected) {
        assertThat(mapped(expression, x)).isEqualTo(expected);
    }

    static Stream<Arguments> promised() {
        return Stream.of(
                Arguments.of("to_timestamp(x, 'yyyy/M/d H:mm')", "2020/2/10 22:41", "2020-02-10 22:41:00"),
                Arguments.of("to_timestamp(x, 'yyyy-MM-dd h:mm:ss a')", "2026-10-01 8:02:42 PM", "2026-10-01 20:02:42"),
                Arguments.of("to_timestamp(x, 'yyyy年M月d日 HH:mm:ss')", "2026年10月1日 08:02:42", "2026-10-01 08:02:42"),
                Arguments.of("timestamp_seconds(bigint(x))", "1790812800", "2026-10-01 00:00:00"),
                Arguments.of(
                        "CASE WHEN bigint(x) < 2524608000 THEN timestamp_seconds(bigint(x)) END",
                        "1790812800",
                        "2026-10-01 00:00:00"),
                Arguments.of(
                        "CASE WHEN bigint(x) < 2524608000 THEN timestamp_seconds(bigint(x)) END",
                        "20261001080000",
                        null),
                Arguments.of(
                        "to_timestamp(concat(x, ' America/Los_Angeles'), 'd MMM yyyy HH:mm:ss VV')",
                        "1 Oct 2026 08:02:42",
                        "2026-10-01 15:02:42"),
                Arguments.of(
                        "to_timestamp(substring_index(x, ', ', -1), 'd MMM yyyy HH:mm:ss')",
                        "Thursday, 1 Oct 2026 08:02:42",
                        "2026-10-01 08:02:42"),
                Arguments.of(
                        "to_timestamp(replace(replace(x, '上午', 'AM '), '下午', 'PM '), 'yyyy/M/d a h:mm')",
                        "2026/10/1 下午8:02",
                        "2026-10-01 20:02:00"),
                Arguments.of("regexp_extract(x, '[0-9]+', 0)", "=\"0017\"", "0017"),
                Arguments.of("timestamp_millis(bigint(x))", "1790812800500", "2026-10-01 00:00:00.5"),
                Arguments.of("concat(x, '+00:00')", "2026-10-01 08:00:00", "2026-10-01 08:00:00+00:00"),
                Arguments.of(
                        "from_utc_timestamp(to_timestamp(x, 'yyyy-MM-dd HH:mm:ss'), current_timezone())",
                        "2026-10-01 08:00:00",
                        "2026-10-01 08:00:00"),
                Arguments.of(
                        "coalesce(to_timestamp(x, 'yyyy-MM-dd HH:mm:ss'), to_timestamp(x, 'yyyy/M/d H:mm'))",
                        "2026/1/2 3:04",
                        "2026-01-02 03:04:00"),
                Arguments.of("to_date(x, 'dd.MM.yyyy')", "01.10.2026", "2026-10-01"),
                Arguments.of("timestampadd(SECOND, int(x), timestamp'2026-10-01')", "90", "2026-10-01 00:01:30"),
                Arguments.of("timestampdiff(SECOND, timestamp'2026-10-01', timestamp(x))", "2026-10-01T00:01:30", "90"),
                Arguments.of(
                        "unix_timestamp(timestamp(x)) - unix_timestamp(timestamp'2026-10-01')",
                        "2026-10-01 00:01",
                        "60"),
                Arguments.of("int(split(x, ':')[0]) * 60 + int(split(x, ':')[1])", "2:05", "125"),
                Arguments.of("round(double(x) * 60)", "2.5", "150.0"),
                Arguments.of("CASE x WHEN '呼入' THEN 'voice_in' END", "呼入", "voice_in"),
                Arguments.of("CASE x WHEN '呼入' THEN 'voice_in' END", "呼出", null),
                Arguments.of("nullif(x, '-')", "-", null),
                Arguments.of("concat('pbx-', x)", null, null),
                Arguments.of("concat_ws(';', x, 'b')", null, "b"),
                Arguments.of("element_at(split(x, ','), -1)", "a,b", "b"),
                Arguments.of("split(x, '/')[0]", "7\u00a0/\u30008", "7"),
                Arguments.of("split(x, '/')[1]", "7\u00a0/\u30008", "8"),
                Arguments.of("regexp_extract(x, '/([^-]+)-', 1)", "SIP/1002-0000", "1002"),
                Arguments.of("regexp_replace(x, '^[+]?86|[^0-9]', '')", "+86 138-0013", "1380013"),
                Arguments.of("translate(x, '，', ',')", "a，b", "a,b"),
                Arguments.of("x RLIKE '^1[0-9]{3}$'", "1002", "true"),
                Arguments.of("double(replace(x, ',', ''))", "1,234.5", "1234.5"),
                Arguments.of("ceil(int(x) / 2)", "7", "4"),
                Arguments.of("get_json_object(x, '$.items[0].id')", "{\"items\": [{\"id\": 7}]}", "7"),
                Arguments.of("array_join(from_json(x, 'array<string>'), ';')", "[\"退款\", \"投诉\"]", "退款;投诉"),
                Arguments.of("NOT (x <=> 'BUSY')", null, "true"),
                Arguments.of("x <> 'BUSY'", null, null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failing")
    void anExpressionThatFailsGivesBlank(String expression) {
        assertThat(mapped(expression, "abc")).isNull();
    }

    static Stream<String> failing() {
        return Stream.of(
                "int(x)",
                "int(x) + 1",
                "1 / 0",
                "int('99999999999')",
                "to_timestamp(x, 'yyyy-MM-dd')",
                "to_date('2026-02-30', 'yyyy-MM-dd')",
                "timestamp(x)",
                "split(x, ',')[2]",
                "element_at(split(x, ','), 3)",
                "get_json_object(x, '$.a')",
                "from_json(x, 'array<string>')[0]",
                "timestampadd(SECOND, int(x), timestamp'2026-10-01')",
                "make_date(2026, 13, 1)",
                "'  '");
    }

    private static String mapped(String expression, String x) {
        return FORGIVING
                .range(1)
                .select(lit(x).cast("string").as("x"))
                .select(MappedRecords.text(expr(expression)))
                .head()
                .getString(0);
    }

    @Test
    void definitionsServeEachOtherTheFilterAndTheColumns() {
        Mapping mapping = new Mapping(
                "m",
                List.of(),
                SourceOptions.plain(Format.CSV, ""),
                List.of(),
                Exams.ENTITY,
                definitions("x", "int(x) + 1", "y", "x * 10"),
                Map.of("exam_id", "`考试 号`", "agent_id", "'A'", "taken_on", "'2026-10-01'", "score", "y"),
                "y > 20");
        Dataset<Row> source = FORGIVING.sql(
                "SELECT * FROM VALUES (1, 1L, '1', 'E1', null), (1, 2L, '2', 'E2', null), (1, 3L, null, null, 'not_json') AS t(`"
                        + LandingSource.FILE_ID + "`, `" + LandingSource.LINE + "`, x, `考试 号`, `"
                        + LandingSource.PROBLEM + "`)");
        List<String> rows = MappedRecords.of(mapping, source)
                .select("exam_id", "score", LandingSource.LINE, LandingSource.PROBLEM)
                .collectAsList()
                .stream()
                .map(Row::toString)
                .toList();
        assertThat(rows).containsExactlyInAnyOrder("[E2,30,2,null]", "[null,null,3,not_json]");
    }

    private static Map<String, String> definitions(String... pairs) {
        Map<String, String> definitions = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            definitions.put(pairs[i], pairs[i + 1]);
        }
        return definitions;
    }
}
