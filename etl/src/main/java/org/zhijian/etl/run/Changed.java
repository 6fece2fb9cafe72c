package org.zhijian.etl.run;

import java.time.LocalDate;
import java.util.Set;

/**
 * When the facts of a table are that a load added, changed or moved, before it and after it.
 *
 * @param months the months they count in
 * @param days their days; where only months are known, the first of each, as if all of the month had changed
 */
record Changed(Set<LocalDate> months, Set<LocalDate> days) {
    static Changed inMonths(Set<LocalDate> months) {
        return new Changed(months, months);
    }
}
