package org.zhijian.etl.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;

import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.draw.SpecialOrder;
import org.zhijian.etl.io.Schemas;
import org.zhijian.etl.io.Session;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.etl.mart.PlanPeriod;
import org.zhijian.etl.mart.PlanRedraw;
import org.zhijian.etl.mart.PlanTables;
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimBusinessType;
import org.zhijian.schema.star.DimChannel;
import org.zhijian.schema.star.DimInspector;
import org.zhijian.schema.star.DimTeam;
import org.zhijian.schema.star.DimTimeBand;
import org.zhijian.schema.star.FactInteraction;

/** Draws the sampling plan again from a publication's own tables and compares (R5). It reads the published versions only. */
public final class PlanCheck {
    private static final int SHOWN = 5;

    private final Warehouse warehouse;
    private final Publication publication;

    /**
     * How a plan month compares.
     *
     * @param planMonth the plan month's first day
     * @param same rows that are drawn again
     * @param changed rows that nobody can draw again, since the interactions of their night have changed
     * @param different rows that the draw does not have, and those that the plan lacks
     * @param shown some of the different ones, in words
     */
    public record Compared(LocalDate planMonth, long same, long changed, long different, List<String> shown) {}

    private PlanCheck(Warehouse warehouse, Publication publication) {
        this.warehouse = warehouse;
        this.publication = publication;
    }

    /**
     * Compares plan months, in their order.
     *
     * @param folder the warehouse's folder
     * @param settings those that the publication was made with
     * @param months first days of the plan months; all that have a plan when empty
     * @param listener told of the steps
     */
    public static List<Compared> run(
            Path folder, Publication publication, Settings settings, Set<LocalDate> months, RunListener listener) {
        Steps steps = new Steps(listener);
        Warehouse warehouse =
                steps.run("session", () -> new Warehouse(Session.open(ZoneId.of(publication.zone())), folder));
        return steps.run("redraw", () -> new PlanCheck(warehouse, publication).compare(settings, months));
    }

    private List<Compared> compare(Settings settings, Set<LocalDate> months) {
        Dataset<Row> plan = published(SamplingPlan.TABLE);
        Set<LocalDate> wanted = months.isEmpty() ? planMonths(plan) : months;
        Dataset<Row> judged = PlanRedraw.compute(
                tables(),
                plan,
                SpecialOrder.readAll(settings.path(Settings.SPECIAL_ORDERS)),
                new PlanPeriod(wanted, null, publication.businessDate()),
                settings);
        Column planMonth = Schemas.col(SamplingPlan.PLAN_MONTH);
        Column same = is(PlanRedraw.Verdict.SAME);
        Column changed = is(PlanRedraw.Verdict.CHANGED);
        Column inWords = concat_ws(
                " ",
                Schemas.col(SamplingPlan.DRAWN_ON),
                Schemas.col(SamplingPlan.CATEGORY),
                Schemas.col(SamplingPlan.INTERACTION_ID),
                lower(col(PlanRedraw.VERDICT)));
        return judged
                .groupBy(planMonth)
                .agg(
                        count_if(same),
                        count_if(changed),
                        count(lit(1)),
                        slice(
                                sort_array(collect_list(
                                        when(same.or(changed), null).otherwise(inWords))),
                                1,
                                SHOWN))
                .orderBy(planMonth)
                .collectAsList()
                .stream()
                .map(row -> new Compared(
                        row.getDate(0).toLocalDate(),
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3) - row.getLong(1) - row.getLong(2),
                        row.getList(4)))
                .toList();
    }

    private static Column is(PlanRedraw.Verdict verdict) {
        return col(PlanRedraw.VERDICT).equalTo(verdict.name());
    }

    private static Set<LocalDate> planMonths(Dataset<Row> plan) {
        return plan.select(Schemas.col(SamplingPlan.PLAN_MONTH)).distinct().collectAsList().stream()
                .map(row -> row.<Date>getAs(0).toLocalDate())
                .collect(Collectors.toSet());
    }

    private PlanTables tables() {
        return new PlanTables(
                published(FactInteraction.TABLE),
                published(SamplingQuota.TABLE),
                published(TierAdjustment.TABLE),
                published(DimAgent.TABLE),
                published(DimTeam.TABLE),
                published(DimTimeBand.TABLE),
                published(DimChannel.TABLE),
                published(DimBusinessType.TABLE),
                published(DimInspector.TABLE));
    }

    private Dataset<Row> published(Table table) {
        return warehouse.read(table, publication.tables().get(table.path()));
    }
}
