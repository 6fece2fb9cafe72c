package org.zhijian.etl.ingest;

import java.util.Locale;

/** Why a record or a value is in quarantine; the code stands in the quarantine table and names its message. */
public enum Reason {
    MISSING_VALUE,
    NOT_A_NUMBER,
    NOT_A_WHOLE_NUMBER,
    NOT_A_DATE,
    NOT_A_TIMESTAMP,
    NOT_TRUE_OR_FALSE,
    NOT_ACCEPTED,
    OUT_OF_RANGE,
    OUT_OF_CALENDAR,
    ENDS_BEFORE_IT_STARTS,
    WRONG_COLUMN_COUNT,
    QUOTE_NOT_CLOSED,
    FIELD_TOO_LONG,
    NOT_JSON,
    MAPPING_FAILED,
    /** A cell of a score sheet that is fixed. */
    CHANGED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
