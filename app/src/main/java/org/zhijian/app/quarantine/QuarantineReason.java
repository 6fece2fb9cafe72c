package org.zhijian.app.quarantine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.zhijian.schema.text.Text;

/** Why a record was rejected. */
enum QuarantineReason {
    MISSING_VALUE,
    NOT_A_NUMBER,
    NOT_A_WHOLE_NUMBER,
    NOT_A_DATE,
    NOT_A_TIMESTAMP,
    NOT_TRUE_OR_FALSE,
    NOT_ACCEPTED,
    OUT_OF_RANGE,
    WRONG_COLUMN_COUNT,
    QUOTE_NOT_CLOSED,
    FIELD_TOO_LONG,
    NOT_JSON,
    MAPPING_FAILED,
    ENDS_BEFORE_IT_STARTS,
    OUT_OF_CALENDAR,
    CHANGED;

    /** The reason of that code, as the quarantine holds it. */
    static Optional<QuarantineReason> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }

    /** The code in words; a code of a newer version stays as it is. */
    static String words(String code, Text text) {
        return of(code).map(reason -> text.of("app.reason." + code)).orElse(code);
    }

    /** What the person can do about it; a value of a mapped file is blank because an expression gave nothing. */
    static String remedy(String code, FileState file, Text text) {
        if (file.isMapped() && MISSING_VALUE.code().equals(code)) {
            return text.of("app.remedy.blank_expression", file.mapping());
        }
        return text.of("app.remedy." + of(code).map(QuarantineReason::code).orElse("other"));
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
