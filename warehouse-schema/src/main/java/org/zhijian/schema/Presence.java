package org.zhijian.schema;

/** Whether a value may be missing. */
public enum Presence {
    /** Column and value must be there. */
    REQUIRED,
    /** The column must be there; a blank value has a meaning of its own. */
    COLUMN_REQUIRED,
    /** Both may be missing. */
    OPTIONAL
}
