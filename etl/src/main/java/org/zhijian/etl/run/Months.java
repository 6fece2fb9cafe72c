package org.zhijian.etl.run;

import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** Sets of months, by their first days. */
final class Months {
    private Months() {}

    static SortedSet<LocalDate> union(Collection<LocalDate> some, Collection<LocalDate> others) {
        SortedSet<LocalDate> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    static SortedSet<LocalDate> without(Collection<LocalDate> months, Collection<LocalDate> taken) {
        SortedSet<LocalDate> others = new TreeSet<>(months);
        others.removeAll(taken);
        return others;
    }
}
