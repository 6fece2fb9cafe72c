package org.zhijian.etl.run;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import org.zhijian.schema.Table;

/**
 * The months in which something is to be brought up to date.
 *
 * @param withEvaluations the QA months with evaluations
 * @param touchedEvaluations of these the touched ones, and the touched days of evaluations
 * @param interactions the touched months of interactions
 * @param others by table of other facts, when the touched ones are
 */
record TouchedMonths(
        NavigableSet<LocalDate> withEvaluations,
        Changed touchedEvaluations,
        Set<LocalDate> interactions,
        Map<Table, Changed> others) {

    Set<LocalDate> evaluations() {
        return touchedEvaluations.months();
    }

    Set<LocalDate> of(Table table) {
        return others.getOrDefault(table, Changed.NOTHING).months();
    }
}
