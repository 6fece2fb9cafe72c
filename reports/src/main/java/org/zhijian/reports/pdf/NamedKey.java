package org.zhijian.reports.pdf;

import java.io.Serializable;

/** A key of a chart's data that is shown by its name; two may have the same name. */
record NamedKey(int number, String name) implements Comparable<NamedKey>, Serializable {
    @Override
    public int compareTo(NamedKey other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return name;
    }
}
