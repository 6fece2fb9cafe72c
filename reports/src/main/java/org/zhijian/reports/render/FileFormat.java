package org.zhijian.reports.render;

import java.util.Locale;

/** What kind of file a report is made as. */
public enum FileFormat {
    PDF,
    XLSX;

    /** As it stands on the command line and at the end of a file's name. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
