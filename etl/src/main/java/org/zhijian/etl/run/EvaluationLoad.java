package org.zhijian.etl.run;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.zhijian.etl.io.Schemas.col;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.ingest.Ingest;
import org.zhijian.etl.ingest.LoadedEntity;
import org.zhijian.etl.io.KeyLookup;
import org.zhijian.etl.io.Partitions;
import org.zhijian.etl.io.SideBySide;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.etl.star.EvaluationFacts;
import org.zhijian.schema.Table;
import org.zhijian.schema.raw.Appeals;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.raw.EvaluationErrors;
import org.zhijian.schema.raw.EvaluationScores;
import org.zhijian.schema.raw.Evaluations;
import org.zhijian.schema.raw.Interactions;
import org.zhijian.schema.settings.QaPeriodBy;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimScorecardItem;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.star.FactItemScore;

/**
 * Brings the four facts of evaluations up to date: for every evaluation of which anything came — itself, an item score, an
 * error, an appeal, its scorecard's or agent's record — and for every one with an appeal whose day has come, they are made
 * anew from all that has ever come for it.
 */
final class EvaluationLoad {
    private static final List<Table> FACTS =
            List.of(FactEvaluation.TABLE, FactItemScore.TABLE, FactError.TABLE, FactAppeal.TABLE);

    private final Warehouse warehouse;
    private final Settings settings;
    private final Scope scope;
    private final Steps steps;
    private final KeyLookup lookup;

    EvaluationLoad(Warehouse warehouse, Settings settings, Scope scope, Steps steps) {
        this.warehouse = warehouse;
        this.settings = settings;
        this.scope = scope;
        this.steps = steps;
        this.lookup = new KeyLookup(warehouse);
    }

    /** Loads them; the QA months they were and are in, and the days on which they were and are made. */
    Changed load(Ingest.Result loaded, Dimensions.Changes changes) {
        if (scope.rebuild()) {
            write(
                    facts(entity -> loaded.allHolding(entity, warehouse), interactionMoments(null)),
                    warehouse::overwrite);
            return Changed.inMonths(Partitions.of(warehouse, FactEvaluation.TABLE));
        }
        KeyLookup.Keys ids = KeyLookup.Keys.of(touchedIds(loaded, changes), FactEvaluation.EVALUATION_ID);
        if (ids.isEmpty()) {
            return Changed.NOTHING;
        }
        Changed before = of(ids);
        EvaluationFacts facts = facts(entity -> holding(entity, ids), interactionMoments(ids));
        write(facts, (table, rows) -> replace(table, ids, before.months(), rows));
        Set<LocalDate> written = Partitions.writtenLast(warehouse, FactEvaluation.TABLE);
        return before.plus(new Changed(written, of(ids).days()));
    }

    /** When these evaluations are. */
    private Changed of(KeyLookup.Keys ids) {
        return Changed.in(
                lookup.rows(FactEvaluation.TABLE, warehouse.version(FactEvaluation.TABLE), ids),
                FactEvaluation.EVALUATED_ON,
                List.of(FactEvaluation.MONTH));
    }

    /** The holding records of an entity, all of them or those of some evaluations. */
    private interface Source {
        Dataset<Row> of(Entity entity);
    }

    private EvaluationFacts facts(Source source, Dataset<Row> startedAt) {
        return new EvaluationFacts(
                source.of(Evaluations.ENTITY).persist(),
                source.of(EvaluationScores.ENTITY).persist(),
                source.of(EvaluationErrors.ENTITY).persist(),
                source.of(Appeals.ENTITY).persist(),
                scope.date(),
                warehouse.readSmall(DimScorecardItem.TABLE),
                startedAt);
    }

    /** Of all versions of those evaluations' records, the ones that hold. */
    private Dataset<Row> holding(Entity entity, KeyLookup.Keys ids) {
        long version = warehouse.version(entity.table());
        Dataset<Row> versions = lookup.rows(entity.table(), version, ids);
        if (entity.equals(Appeals.ENTITY)) {
            // An appeal may have been against another evaluation before; its last version decides.
            Dataset<Row> all = lookup.rows(entity.table(), version, KeyLookup.Keys.of(versions, Appeals.APPEAL_ID));
            return LoadedEntity.holding(entity, all).join(ids.rows(), FactEvaluation.EVALUATION_ID.name(), "left_semi");
        }
        return LoadedEntity.holding(entity, versions);
    }

    private void write(EvaluationFacts facts, BiConsumer<Table, Dataset<Row>> writing) {
        Map<Table, Dataset<Row>> rows = Map.of(
                FactEvaluation.TABLE, facts.evaluations(warehouse.readSmall(DimAgent.TABLE)),
                FactItemScore.TABLE, facts.itemScores(),
                FactError.TABLE, facts.errors(),
                FactAppeal.TABLE, facts.appeals());
        List<Callable<Table>> writes = new ArrayList<>();
        for (Table table : FACTS) {
            writes.add(() -> {
                steps.write(warehouse, table, () -> writing.accept(table, rows.get(table)));
                return table;
            });
        }
        SideBySide.run(writes);
    }

    /** Puts facts of evaluations in the place of all that there were of them. */
    private void replace(Table table, KeyLookup.Keys ids, Set<LocalDate> oldMonths, Dataset<Row> rows) {
        Set<LocalDate> months = new TreeSet<>(oldMonths);
        months.addAll(Partitions.scattered(warehouse, table));
        // What belongs to an evaluation that had not come stands in a month before all others.
        months.addAll(Partitions.of(warehouse, table).headSet(LocalDate.of(1901, 1, 1)));
        warehouse.replaceKeys(table, months, ids.rows(), rows);
    }

    /** The evaluations to make anew. */
    private Dataset<Row> touchedIds(Ingest.Result loaded, Dimensions.Changes changes) {
        List<Dataset<Row>> ids = new ArrayList<>();
        Stream.of(Evaluations.ENTITY, EvaluationScores.ENTITY, EvaluationErrors.ENTITY, Appeals.ENTITY)
                .flatMap(entity -> loaded.of(entity).stream())
                .forEach(entity -> ids.add(entity.changed().select(col(FactEvaluation.EVALUATION_ID))));
        loaded.of(Appeals.ENTITY)
                .ifPresent(appeals -> ids.add(lookup.rows(
                                Appeals.ENTITY.table(),
                                appeals.before(),
                                KeyLookup.Keys.of(appeals.changed(), Appeals.APPEAL_ID))
                        .select(col(Appeals.EVALUATION_ID))));
        ids.add(warehouse
                .read(Appeals.ENTITY.table())
                .where(scope.isNew(to_date(col(Appeals.SUBMITTED_AT)))
                        .or(scope.isNew(to_date(col(Appeals.DECIDED_AT)))))
                .select(col(Appeals.EVALUATION_ID)));
        Dataset<Row> facts = warehouse.read(FactEvaluation.TABLE);
        Stream.concat(affected(changes).stream(), withBlankCard(changes).stream())
                .forEach(condition -> ids.add(facts.where(condition).select(col(FactEvaluation.EVALUATION_ID))));
        if (settings.get(Settings.QA_PERIOD_BY) == QaPeriodBy.INTERACTION) {
            loaded.of(Interactions.ENTITY)
                    .ifPresent(interactions -> ids.add(facts.join(
                                    interactions.changed().select(col(Interactions.INTERACTION_ID)),
                                    Interactions.INTERACTION_ID.name(),
                                    "left_semi")
                            .select(col(FactEvaluation.EVALUATION_ID))));
        }
        return ids.stream().reduce(Dataset::union).orElseThrow().distinct();
    }

    /** Conditions for the evaluations whose agent or scorecard has another record than when they were loaded. */
    private static List<Column> affected(Dimensions.Changes changes) {
        List<Column> conditions = new ArrayList<>();
        changes.agents()
                .spansSince()
                .forEach((agent, since) -> conditions.add(col(FactEvaluation.AGENT_ID)
                        .equalTo(agent)
                        .and(col(FactEvaluation.MONTH).geq(lit(since.withDayOfMonth(1))))
                        .and(col(FactEvaluation.EVALUATED_ON).geq(lit(since)))));
        for (Row item : changes.scorecards()) {
            String scorecard = item.getAs(DimScorecardItem.SCORECARD_ID.name());
            Date since = item.getAs(DimScorecardItem.VALID_FROM.name());
            if (scorecard != null) {
                conditions.add(col(FactEvaluation.SCORECARD_ID)
                        .eqNullSafe(scorecard)
                        .or(col(FactEvaluation.SCORECARD_ID).isNull())
                        .and(col(FactEvaluation.EVALUATED_ON).geq(lit(since))));
            }
        }
        return conditions.isEmpty()
                ? conditions
                : List.of(conditions.stream().reduce(Column::or).orElseThrow());
    }

    /** Those that may have been landed without a scorecard, when the one that this stands for is another now. */
    private Optional<Column> withBlankCard(Dimensions.Changes changes) {
        if (changes.scorecards().isEmpty()) {
            return Optional.empty();
        }
        String before =
                onlyCard(warehouse.read(DimScorecardItem.TABLE, scope.publishedVersion(DimScorecardItem.TABLE)));
        String now = onlyCard(warehouse.readSmall(DimScorecardItem.TABLE));
        Column card = col(FactEvaluation.SCORECARD_ID);
        return Objects.equals(before, now)
                ? Optional.empty()
                : Optional.of(card.isNull().or(card.eqNullSafe(before)).or(card.eqNullSafe(now)));
    }

    private static String onlyCard(Dataset<Row> dimScorecardItem) {
        return EvaluationFacts.onlyCard(dimScorecardItem).head().getString(0);
    }

    /** When interactions began, where that decides an evaluation's month; else null. */
    private Dataset<Row> interactionMoments(KeyLookup.Keys ids) {
        if (settings.get(Settings.QA_PERIOD_BY) != QaPeriodBy.INTERACTION) {
            return null;
        }
        Table raw = Interactions.ENTITY.table();
        Dataset<Row> versions = ids == null
                ? warehouse.read(raw)
                : lookup.rows(
                        raw,
                        warehouse.version(raw),
                        KeyLookup.Keys.of(
                                holding(Evaluations.ENTITY, ids)
                                        .where(col(Evaluations.INTERACTION_ID).isNotNull()),
                                Interactions.INTERACTION_ID));
        return LoadedEntity.holding(Interactions.ENTITY, versions)
                .select(col(Interactions.INTERACTION_ID), col(Interactions.STARTED_AT));
    }
}
