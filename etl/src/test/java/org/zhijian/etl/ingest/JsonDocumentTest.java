package org.zhijian.etl.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijian.schema.text.UserError;

class JsonDocumentTest {
    @TempDir
    private Path folder;

    @Test
    void theRecordsLieWhereThePointerSays() throws IOException {
        assertThat(
                        read(
                                "/data/calls",
                                """
                {"total": 2, "other": [{"id": 9}],
                 "data": {"calls": [{"id": 1, "who": {"name": "甲", "tags": ["x"]}}, {"id": 2.50, "on": true, "who": null}], "n": 3}}
                """))
                .containsExactly("id|who|on", "1: 1|{\"name\":\"甲\",\"tags\":[\"x\"]}|", "2: 2.5||true");
    }

    @Test
    void aListIsItsRecordsAndAnObjectIsOne() throws IOException {
        assertThat(read("", "[{\"a\": 1}, {\"a\": 2}]")).containsExactly("a", "1: 1", "2: 2");
        assertThat(read("", "{\"a\": {\"b\": 1}}")).containsExactly("a", "1: {\"b\":1}");
        assertThat(read("/x", "{\"y\": {\"a\": 0}, \"x\": {\"a\": 1}}")).containsExactly("a", "1: 1");
    }

    @Test
    void documentsCanFollowOneAnother() throws IOException {
        assertThat(read("", "{\"a\": 1}{\"a\": 2}\n{\n\"b\": 3}")).containsExactly("a|b", "1: 1|", "2: 2|", "3: |3");
        assertThat(read("/x", "{\"x\": [{\"a\": 1}]}\n{\"x\": [{\"a\": 2}]}")).containsExactly("a", "1: 1", "2: 2");
    }

    @Test
    void whatIsNoObjectIsReported() throws IOException {
        assertThat(read("", "[{\"a\": 1}, 7, {\"a\": 2}]")).containsExactly("a", "1: 1", "2: not_json", "3: 2");
    }

    @Test
    void aListOfNoRecordsIsNoError() throws IOException {
        assertThat(read("/x", "{\"y\": {\"a\": 0}, \"x\": []}")).containsExactly("");
        assertThat(read("/x", "{\"x\": null}")).containsExactly("");
        assertThat(read("", "[]")).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"y\": [{\"x\": 1}]}", "[{\"x\": []}]", "{}"})
    void aPointerThatLeadsNowhereIsNamed(String text) {
        assertThatThrownBy(() -> read("/x", text)).isInstanceOf(UserError.class).hasMessageContaining("/x");
    }

    @Test
    void aDocumentThatIsCutOffIsAnError() {
        assertThatThrownBy(() -> read("", "[{\"a\": 1}, {\"a\": ")).isInstanceOf(IOException.class);
    }

    @Test
    void aRecordWithoutEndIsNotHeldInMemory() {
        assertThatThrownBy(() -> read("", "[{\"a\": [" + "1,".repeat(10_000_000) + "1]}]"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("longer than");
    }

    private List<String> read(String pointer, String text) throws IOException {
        SourceOptions options = new SourceOptions(Format.JSON, "UTF-8", ",", '"', true, List.of(), "", 0, pointer);
        return Records.of(Records.write(folder, "x.json", text), options);
    }
}
