package org.zhijian.etl.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhijian.schema.Column;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.raw.EvaluationErrors;
import org.zhijian.schema.raw.EvaluationScores;
import org.zhijian.schema.raw.Evaluations;

/**
 * What a filled-in score sheet says: records of three entities from the rows that can be loaded, and what is wrong with the
 * others. A row that has not been filled in is neither.
 *
 * @param evaluations the evaluations, each with the row as its line
 * @param scores their item scores, each with {@link #line}
 * @param errors their errors, the same
 * @param misfits the cells for which rows cannot be loaded
 */
record FilledSheet(List<Entry> evaluations, List<Entry> scores, List<Entry> errors, List<Misfit> misfits) {
    /** More columns than this, no score sheet has. */
    static final int MOST_COLUMNS = 5_000;

    private static final int LINES_A_ROW = 10_000;

    /**
     * A record of one of the entities.
     *
     * @param line its line, which no other record of the entity has in this sheet
     * @param values its values as text by the name of their column; a column that is left out is blank
     */
    record Entry(long line, Map<String, String> values) {
        static Entry of(long line, Map<Column, String> values) {
            Map<String, String> byName = new HashMap<>();
            values.forEach((column, value) -> byName.put(column.name(), value));
            return new Entry(line, byName);
        }

        String value(Column column) {
            return values.get(column.name());
        }
    }

    FilledSheet {
        evaluations = List.copyOf(evaluations);
        scores = List.copyOf(scores);
        errors = List.copyOf(errors);
        misfits = List.copyOf(misfits);
    }

    /** The entities that a score sheet has records of. */
    static List<Entity> entities() {
        return List.of(Evaluations.ENTITY, EvaluationScores.ENTITY, EvaluationErrors.ENTITY);
    }

    /** The line of a score or error: row 7 and column 13 are 70013. */
    static long line(long row, int column) {
        return row * LINES_A_ROW + column;
    }

    List<Entry> records(Entity entity) {
        if (entity.equals(Evaluations.ENTITY)) {
            return evaluations;
        }
        return entity.equals(EvaluationScores.ENTITY) ? scores : errors;
    }

    /** The rows that cannot be loaded. */
    long brokenRows() {
        return misfits.stream().mapToLong(Misfit::line).distinct().count();
    }

    /** The same with more errors. */
    FilledSheet and(List<Entry> moreErrors) {
        List<Entry> all = new ArrayList<>(errors);
        all.addAll(moreErrors);
        return new FilledSheet(evaluations, scores, all, misfits);
    }
}
