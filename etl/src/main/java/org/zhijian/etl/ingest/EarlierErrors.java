package org.zhijian.etl.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.zhijian.etl.io.Schemas.col;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.KeyLookup;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.raw.EvaluationErrors;
import org.zhijian.schema.raw.Lineage;

/**
 * The errors that evaluations of score sheets have so far. A sheet says all that was found; an error that stood in it before
 * and no longer does is withdrawn.
 */
final class EarlierErrors {
    private final Map<String, Set<String>> codes = new HashMap<>();

    /**
     * The errors in the warehouse.
     *
     * @param sheets the score sheets that are loaded
     * @param replaced files that are read again, whose errors come anew
     */
    EarlierErrors(Warehouse warehouse, Collection<FilledSheet> sheets, Collection<Long> replaced) {
        List<String> ids = sheets.stream()
                .flatMap(sheet -> sheet.evaluations().stream())
                .map(record -> record.value(EvaluationErrors.EVALUATION_ID))
                .toList();
        if (ids.isEmpty()) {
            return;
        }
        long version = warehouse.version(EvaluationErrors.ENTITY.table());
        Dataset<Row> wanted =
                warehouse.spark().createDataset(ids, Encoders.STRING()).toDF(EvaluationErrors.EVALUATION_ID.name());
        Dataset<Row> versions = new KeyLookup(warehouse)
                .rows(
                        EvaluationErrors.ENTITY.table(),
                        version,
                        KeyLookup.Keys.of(wanted, EvaluationErrors.EVALUATION_ID))
                .where(not(col(Lineage.FILE_ID).isin(replaced.toArray())));
        Versions.holding(EvaluationErrors.ENTITY, versions)
                .where(not(coalesce(col(EvaluationErrors.WITHDRAWN), lit(false))))
                .select(col(EvaluationErrors.EVALUATION_ID), col(EvaluationErrors.ERROR_CODE))
                .collectAsList()
                .forEach(error -> of(error.getString(0)).add(error.getString(1)));
    }

    /** The sheet with the errors that it withdraws; from then on its errors are the earlier ones. */
    FilledSheet withdrawnBy(FilledSheet sheet) {
        Map<String, Set<String>> now = new HashMap<>();
        sheet.errors().forEach(error -> now.computeIfAbsent(
                        error.value(EvaluationErrors.EVALUATION_ID), id -> new TreeSet<>())
                .add(error.value(EvaluationErrors.ERROR_CODE)));
        List<FilledSheet.Entry> withdrawn = new ArrayList<>();
        for (FilledSheet.Entry evaluation : sheet.evaluations()) {
            String id = evaluation.value(EvaluationErrors.EVALUATION_ID);
            Set<String> gone = new TreeSet<>(of(id));
            gone.removeAll(now.getOrDefault(id, Set.of()));
            int place = FilledSheet.MOST_COLUMNS;
            for (String code : gone) {
                place++;
                withdrawn.add(FilledSheet.Entry.of(
                        FilledSheet.line(evaluation.line(), place),
                        Map.of(
                                EvaluationErrors.EVALUATION_ID,
                                id,
                                EvaluationErrors.ERROR_CODE,
                                code,
                                EvaluationErrors.WITHDRAWN,
                                "true")));
            }
            codes.put(id, now.getOrDefault(id, Set.of()));
        }
        return sheet.and(withdrawn);
    }

    private Set<String> of(String evaluationId) {
        return codes.computeIfAbsent(evaluationId, id -> new TreeSet<>());
    }
}
