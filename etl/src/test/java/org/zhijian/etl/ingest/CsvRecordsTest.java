package org.zhijian.etl.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {
    private static final SourceOptions PLAIN = SourceOptions.plain(Format.CSV, "UTF-8");

    @TempDir
    private Path folder;

    @Test
    void valuesAreStrippedAndBlanksAreMissing() throws IOException {
        assertThat(read("a, b ,c\n 1 ,\t,\u3000全角\u3000\n\u00a07\u00a0,\u202f,x\u00a0y\u2007\n"))
                .containsExactly("a|b|c", "2: 1||全角", "3: 7||x\u00a0y");
    }

    @Test
    void aRecordCanRunOverLines() throws IOException {
        assertThat(read("a,b\r\n1,\"x\r\ny\"\r\n2,\"say \"\"no\"\"\"\r\n"))
                .containsExactly("a|b", "2: 1|x\\r\\ny", "4: 2|say \"no\"");
    }

    @Test
    void blankLinesCountButAreNoRecords() throws IOException {
        assertThat(read("\na,b\n\n1,2\n   \n3,4\n\n")).containsExactly("a|b", "4: 1|2", "6: 3|4");
    }

    @Test
    void aQuoteWithinAValueIsText() throws IOException {
        assertThat(read("a,b\n5\" pipe,x\n")).containsExactly("a|b", "2: 5\" pipe|x");
    }

    @Test
    void aWrongNumberOfColumnsIsReported() throws IOException {
        assertThat(read("a,b\n1\n1,2,3\n4,5\n"))
                .containsExactly("a|b", "2: wrong_column_count", "3: wrong_column_count", "4: 4|5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aQuoteThatIsNotClosedCostsItsOwnLineOnly(String lineEnd) throws IOException {
        String text = "a,b\n1,2\n\n3,\"open\n5,6\n\"open,8\n9,\"10\"\n11,\"x\"y\n13,14\n".replace("\n", lineEnd);
        assertThat(read(text))
                .containsExactly(
                        "a|b",
                        "2: 1|2",
                        "4: quote_not_closed",
                        "5: 5|6",
                        "6: quote_not_closed",
                        "7: 9|10",
                        "8: quote_not_closed",
                        "9: 13|14");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3,\"open", "3,\"open\n", "3,\"open \"\"said\"\"", "\"open", "\"open,4\n", "\""})
    void aQuoteThatIsNotClosedInTheLastRowIsReported(String last) throws IOException {
        assertThat(read("a,b\n1,2\n" + last)).containsExactly("a|b", "2: 1|2", "3: quote_not_closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3,\"4\"", "3,\"4\"\n", "3,\"4\n\"", "3,\"4\n\"\n", "3,4"})
    void aQuoteThatIsClosedInTheLastRowIsFine(String last) throws IOException {
        assertThat(read("a,b\n1,2\n" + last)).containsExactly("a|b", "2: 1|2", "3: 3|4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2028", "\u0085", "\u000b", "\f"})
    void whatEndsNoLineOfACsvIsNotCountedAsOne(String character) throws IOException {
        String value = "x" + character + "y";
        assertThat(read("a,b\n1,\"" + value + "\"\n11,\"x\"y\n13,14\n15,16\n"))
                .containsExactly("a|b", "2: 1|" + value, "3: quote_not_closed", "4: 13|14", "5: 15|16");
    }

    @Test
    void aQuoteThatWouldSwallowMegabytesCostsItsOwnLineOnly() throws IOException {
        String many = "5,some text that goes on\n".repeat(60_000);
        List<String> records = read("a,b\n1,\"open\n" + many);
        assertThat(records).hasSize(60_002).contains("2: quote_not_closed", "60002: 5|some text that goes on");
    }

    @Test
    void aFileFullOfOpenQuotesIsNoSuchCsv() throws IOException {
        Path file = Records.write(folder, "x.csv", "a,b\n" + "1,\"open\"x\n".repeat(101));
        assertThatThrownBy(() -> Records.of(file, PLAIN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("102");
    }

    @Test
    void aColumnWithoutNameIsCalledByItsPosition() throws IOException {
        assertThat(read("a,,\n1,2,\n")).containsExactly("a|c2|c3", "2: 1|2|");
    }

    @Test
    void linesBeforeTheHeaderAreSkipped() throws IOException {
        Path file = Records.write(folder, "x.csv", "Report of \"calls\nmade today\na;b\n1;'2;3'\n");
        SourceOptions options = new SourceOptions(Format.CSV, "UTF-8", ";", '\'', true, List.of(), "", 2, "");
        assertThat(Records.of(file, options)).containsExactly("a|b", "4: 1|2;3");
    }

    @Test
    void withoutHeaderTheFirstLineIsARecord() throws IOException {
        Path file = Records.write(folder, "x.csv", "1\t2\n3\t4\n");
        SourceOptions options = new SourceOptions(Format.CSV, "UTF-8", "\t", '"', false, List.of("a", "b"), "", 0, "");
        assertThat(Records.of(file, options)).containsExactly("a|b", "1: 1|2", "2: 3|4");
    }

    @Test
    void aByteOrderMarkDecidesTheEncoding() throws IOException {
        Charset gb18030 = Charset.forName("GB18030");
        assertThat(read("\ufeffa\n质检\n".getBytes(StandardCharsets.UTF_8), "UTF-8"))
                .containsExactly("a", "2: 质检");
        assertThat(read("\ufeffa\n质检\n".getBytes(StandardCharsets.UTF_8), "GB18030"))
                .containsExactly("a", "2: 质检");
        assertThat(read("\ufeffa\n质检\n".getBytes(StandardCharsets.UTF_16LE), "UTF-8"))
                .containsExactly("a", "2: 质检");
        assertThat(read("a\n质检㐀\n".getBytes(gb18030), "GB18030")).containsExactly("a", "2: 质检㐀");
    }

    @Test
    void aFieldThatIsTooLongIsReportedAndALineWithoutEndIsNotHeldInMemory() throws IOException {
        assertThat(read("a,b\n" + "x".repeat(2_000_000) + ",1\n2,3\n"))
                .containsExactly("a|b", "2: field_too_long", "3: 2|3");
        assertThat(read("a,b\n" + "x".repeat(1_000_000) + "," + "x".repeat(1_000_000) + "\n2,3\n"))
                .hasSize(3);
        assertThatThrownBy(() -> read("a,b\n" + "x".repeat(20_000_000) + ",1\n2,3\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("longer than");
    }

    private List<String> read(String text) throws IOException {
        return Records.of(Records.write(folder, "x.csv", text), PLAIN);
    }

    private List<String> read(byte[] bytes, String encoding) throws IOException {
        return Records.of(Files.write(folder.resolve("x.csv"), bytes), SourceOptions.plain(Format.CSV, encoding));
    }
}
