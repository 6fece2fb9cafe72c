package org.zhijian.schema;

/** At which end of the calendar a day beyond it stands for no day at all, as many systems write it. */
public enum OpenEnd {
    NONE,
    START,
    END
}
