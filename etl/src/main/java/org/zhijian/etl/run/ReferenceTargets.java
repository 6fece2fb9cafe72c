package org.zhijian.etl.run;

import static org.zhijian.etl.io.Schemas.col;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.schema.Reference;
import org.zhijian.schema.Table;

/** The values that references lead to, each collected once however many tables refer to it. */
final class ReferenceTargets {
    private final Function<Table, Dataset<Row>> tables;
    private final Map<Reference, Set<Object>> values = new ConcurrentHashMap<>();

    /** Targets in the rows that a function gives of a table. */
    ReferenceTargets(Function<Table, Dataset<Row>> tables) {
        this.tables = tables;
    }

    Set<Object> of(Reference reference) {
        return values.computeIfAbsent(reference, this::collect);
    }

    private Set<Object> collect(Reference reference) {
        Set<Object> collected = new HashSet<>();
        tables.apply(reference.target())
                .select(col(reference.targetColumn()))
                .collectAsList()
                .forEach(row -> collected.add(row.get(0)));
        return collected;
    }
}
