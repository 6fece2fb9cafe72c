package org.zhijian.app.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhijian.schema.raw.LandingFile;
import org.zhijian.schema.text.Text;

class RejectedRecordsTest {
    private static final List<QuarantinedRecord> MISSING = List.of(
            new QuarantinedRecord(2L, "agent_id", null, "missing_value", null, null),
            new QuarantinedRecord(3L, "agent_id", null, "missing_value", null, null));

    @Test
    void aMissingValueOfAMappedFileIsOneThatTheExpressionDidNotGive() {
        assertThat(remedies(null))
                .containsExactly("Value missing: fill it in where the file comes from, and deliver the file again.");
        assertThat(remedies("calls"))
                .singleElement()
                .asString()
                .contains("the expression of the column in the mapping calls gave blank", "quarantine replay");
    }

    private static List<String> remedies(String mapping) {
        FileState file = new FileState(1, 1, "calls.csv", "interactions", mapping, LandingFile.LOADED, null);
        return RejectedRecords.remedies(MISSING, file, new Text(Text.ENGLISH));
    }
}
