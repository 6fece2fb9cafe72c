package org.zhijian.etl.run;

import static org.zhijian.etl.io.Schemas.col;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.zhijian.etl.ingest.Ingest;
import org.zhijian.etl.ingest.LoadedEntity;
import org.zhijian.etl.io.Schemas;
import org.zhijian.etl.io.SideBySide;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.etl.star.AgentDimension;
import org.zhijian.etl.star.CalendarDimension;
import org.zhijian.etl.star.ErrorTypeDimension;
import org.zhijian.etl.star.InspectorDimension;
import org.zhijian.etl.star.ScorecardItemDimension;
import org.zhijian.etl.star.TeamDimension;
import org.zhijian.etl.star.TimeBands;
import org.zhijian.etl.star.WordDimension;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;
import org.zhijian.schema.raw.AgentStates;
import org.zhijian.schema.raw.Agents;
import org.zhijian.schema.raw.Calibrations;
import org.zhijian.schema.raw.Coaching;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.raw.ErrorTypes;
import org.zhijian.schema.raw.EvaluationErrors;
import org.zhijian.schema.raw.Evaluations;
import org.zhijian.schema.raw.Exams;
import org.zhijian.schema.raw.Inspectors;
import org.zhijian.schema.raw.Interactions;
import org.zhijian.schema.raw.Scorecards;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimBusinessType;
import org.zhijian.schema.star.DimChannel;
import org.zhijian.schema.star.DimDate;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.DimInspector;
import org.zhijian.schema.star.DimScorecardItem;
import org.zhijian.schema.star.DimTeam;
import org.zhijian.schema.star.DimTimeBand;

/**
 * Brings the dimensions up to date. They are small: each is made anew when its landing entity changed or facts name a new
 * member, and written when it differs.
 */
final class Dimensions {
    private final Warehouse warehouse;
    private final Settings settings;
    private final Scope scope;
    private final Steps steps;

    Dimensions(Warehouse warehouse, Settings settings, Scope scope, Steps steps) {
        this.warehouse = warehouse;
        this.settings = settings;
        this.scope = scope;
        this.steps = steps;
    }

    /**
     * What changed that facts and marts depend on.
     *
     * @param agents the agents
     * @param scorecards before and after rows of items that changed
     * @param errorTypes whether an error type came, or counts as another severity or category
     */
    record Changes(AgentChanges agents, List<Row> scorecards, boolean errorTypes) {}

    /** A dimension before and after; the same list where it was left as it was. */
    private record Renewed(List<Row> before, List<Row> after) {
        /** The rows that stand on one side only. */
        List<Row> difference() {
            List<Row> difference = new ArrayList<>(before);
            difference.removeAll(new HashSet<>(after));
            List<Row> added = new ArrayList<>(after);
            added.removeAll(new HashSet<>(before));
            difference.addAll(added);
            return difference;
        }
    }

    Changes load(Ingest.Result loaded) {
        if (scope.rebuild()) {
            writeFixed();
        }
        Callable<Renewed> agents = () -> renew(
                DimAgent.TABLE,
                DimAgent.AGENT_ID,
                Agents.ENTITY,
                loaded,
                List.of(
                        new Naming(Interactions.ENTITY, Interactions.AGENT_ID),
                        new Naming(AgentStates.ENTITY, AgentStates.AGENT_ID),
                        new Naming(Evaluations.ENTITY, Evaluations.AGENT_ID),
                        new Naming(Exams.ENTITY, Exams.AGENT_ID),
                        new Naming(Coaching.ENTITY, Coaching.AGENT_ID)),
                AgentDimension::compute);
        Callable<Renewed> inspectors = () -> renew(
                DimInspector.TABLE,
                DimInspector.INSPECTOR_ID,
                Inspectors.ENTITY,
                loaded,
                List.of(
                        new Naming(Evaluations.ENTITY, Evaluations.INSPECTOR_ID),
                        new Naming(Calibrations.ENTITY, Calibrations.INSPECTOR_ID)),
                InspectorDimension::compute);
        Callable<Renewed> errorTypes = () -> renew(
                DimErrorType.TABLE,
                DimErrorType.ERROR_CODE,
                ErrorTypes.ENTITY,
                loaded,
                List.of(new Naming(EvaluationErrors.ENTITY, EvaluationErrors.ERROR_CODE)),
                ErrorTypeDimension::compute);
        Callable<Renewed> items = () -> renew(
                DimScorecardItem.TABLE,
                DimScorecardItem.ITEM_CODE,
                Scorecards.ENTITY,
                loaded,
                List.of(),
                (landed, referred) -> ScorecardItemDimension.compute(landed));
        List<Renewed> renewed = SideBySide.run(List.of(agents, inspectors, errorTypes, items));
        AgentChanges agentChanges =
                AgentChanges.between(renewed.get(0).before(), renewed.get(0).after());
        if (!renewed.get(0).difference().isEmpty()) {
            write(DimTeam.TABLE, TeamDimension.compute(warehouse.readSmall(DimAgent.TABLE)));
        }
        return new Changes(agentChanges, renewed.get(3).difference(), countOtherwise(renewed.get(2)));
    }

    /** The dimensions that follow from the settings alone. */
    private void writeFixed() {
        List<Callable<Table>> writes = List.of(
                () -> write(DimDate.TABLE, CalendarDimension.compute(warehouse.spark(), settings)),
                () -> write(DimTimeBand.TABLE, TimeBands.compute(warehouse.spark(), settings)),
                () -> write(
                        DimChannel.TABLE,
                        WordDimension.compute(
                                warehouse.spark(),
                                DimChannel.TABLE,
                                DimChannel.CHANNEL_KEY,
                                DimChannel.CHANNEL,
                                Interactions.CHANNEL)),
                () -> write(
                        DimBusinessType.TABLE,
                        WordDimension.compute(
                                warehouse.spark(),
                                DimBusinessType.TABLE,
                                DimBusinessType.BUSINESS_TYPE_KEY,
                                DimBusinessType.BUSINESS_TYPE,
                                Interactions.BUSINESS_TYPE)));
        SideBySide.run(writes);
    }

    private Table write(Table table, Dataset<Row> rows) {
        steps.write(warehouse, table, () -> warehouse.overwrite(table, rows.coalesce(1)));
        return table;
    }

    /** Where facts name members of a dimension. */
    private record Naming(Entity entity, Column column) {}

    /** A dimension from the holding landing records and the natural keys that facts name. */
    private interface Maker {
        Dataset<Row> make(Dataset<Row> landed, Dataset<Row> referred);
    }

    private Renewed renew(
            Table table, Column natural, Entity entity, Ingest.Result loaded, List<Naming> namings, Maker maker) {
        List<Row> before = warehouse.read(table).collectAsList();
        List<String> known =
                before.stream().map(row -> row.<String>getAs(natural.name())).toList();
        List<String> named = namings.stream()
                .flatMap(naming -> named(loaded, naming))
                .distinct()
                .toList();
        boolean landed = loaded.of(entity).filter(one -> one.rows() > 0).isPresent();
        if (!scope.rebuild() && !landed && known.containsAll(named)) {
            return new Renewed(before, before);
        }
        List<String> referred =
                Stream.concat(known.stream(), named.stream()).distinct().toList();
        Dataset<Row> made = maker.make(
                LoadedEntity.holding(entity, warehouse.read(entity.table())),
                warehouse
                        .spark()
                        .createDataset(referred, Encoders.STRING())
                        .toDF(natural.name())
                        .where(functions.not(col(natural).isInCollection(unknownOf(before, natural)))));
        List<Row> after = made.collectAsList();
        Renewed renewed = new Renewed(before, after);
        if (!renewed.difference().isEmpty()) {
            write(table, warehouse.spark().createDataFrame(after, Schemas.struct(table)));
        }
        return renewed;
    }

    /** The unknown member's natural key is no key that a fact names. */
    private static List<String> unknownOf(List<Row> members, Column natural) {
        return members.stream()
                .filter(row -> row.getLong(0) == 0L)
                .map(row -> row.<String>getAs(natural.name()))
                .toList();
    }

    private Stream<String> named(Ingest.Result loaded, Naming naming) {
        return loaded.of(naming.entity()).stream()
                .flatMap(entity -> entity
                        .changed()
                        .select(col(naming.column()))
                        .where(col(naming.column()).isNotNull())
                        .distinct()
                        .as(Encoders.STRING())
                        .collectAsList()
                        .stream());
    }

    /** Whether error types count as something else than before, or there are others. */
    private static boolean countOtherwise(Renewed errorTypes) {
        return !countAs(errorTypes.before()).equals(countAs(errorTypes.after()));
    }

    private static Map<String, List<String>> countAs(List<Row> errorTypes) {
        Map<String, List<String>> countAs = new HashMap<>();
        for (Row type : errorTypes) {
            countAs.put(
                    type.getAs(DimErrorType.ERROR_CODE.name()),
                    Arrays.asList(
                            type.<String>getAs(DimErrorType.SEVERITY.name()),
                            type.<String>getAs(DimErrorType.CATEGORY.name())));
        }
        return countAs;
    }
}
