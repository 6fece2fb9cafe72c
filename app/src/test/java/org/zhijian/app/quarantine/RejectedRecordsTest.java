package org.zhijian.app.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhijian.schema.text.Text;

class RejectedRecordsTest {
    private static final Text ENGLISH = new Text(Text.ENGLISH);
    private static final List<QuarantinedRecord> BROKEN = List.of(
            new QuarantinedRecord(2, "outcome", null, "missing_value", null, null),
            new QuarantinedRecord(3, "outcome", null, "missing_value", null, null),
            new QuarantinedRecord(3, "csat", "6", "out_of_range", "1 – 5", null));

    @Test
    void whatIsBlankInAMappedFileIsForTheMappingToMend() {
        assertThat(RejectedRecords.remedies(BROKEN, file("telephone"), ENGLISH))
                .hasSize(2)
                .first()
                .asString()
                .contains("in the mapping telephone gave blank")
                .contains("quarantine replay");
        assertThat(RejectedRecords.remedies(BROKEN, file(null), ENGLISH))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("Value missing: fill it in");
    }

    private static FileState file(String mapping) {
        return new FileState(1, 1, "calls.csv", "interactions", mapping, "loaded", null);
    }
}
