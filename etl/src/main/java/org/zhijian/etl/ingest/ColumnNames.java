package org.zhijian.etl.ingest;

import java.util.List;

/** How a file's columns are found by name. */
final class ColumnNames {
    private ColumnNames() {}

    /** That very name, else the first that differs from it in capitals only, else null. */
    static String find(List<String> names, String wanted) {
        return names.contains(wanted)
                ? wanted
                : names.stream()
                        .filter(name -> name.equalsIgnoreCase(wanted))
                        .findFirst()
                        .orElse(null);
    }
}
