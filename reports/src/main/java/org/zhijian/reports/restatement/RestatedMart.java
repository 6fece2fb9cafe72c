package org.zhijian.reports.restatement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Selection;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.CompetencyFlag;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.mart.TierAssignment;

/** A mart whose restatements are listed: which columns tell its rows apart, which are compared, and what they come from. */
abstract class RestatedMart {
    /** A score grows into its month; any difference once the month had ended is a restatement. */
    private static final RestatedMart SCORE =
            new RestatedMart(
                    AgentMonthScore.TABLE,
                    AgentMonthScore.QA_MONTH,
                    AgentMonthScore.AGENT_ID,
                    List.of(),
                    AgentMonthScore.SCORE_MEAN) {
                @Override
                boolean hadBeenPublished(Set<LocalDate> periods, Row added, LocalDate closed) {
                    return hadEnded(added, closed);
                }

                @Override
                boolean isRestated(Row before, Row after, LocalDate closed) {
                    return hadEnded(after, closed);
                }

                @Override
                List<LocalDate> ownMonths(Row row) {
                    return List.of(period(row));
                }

                @Override
                List<LocalDate> comparedMonths(Row row) {
                    return List.of();
                }

                private boolean hadEnded(Row row, LocalDate closed) {
                    return !period(row).plusMonths(1).isAfter(closed.plusDays(1));
                }
            };

    /** A plan month has a row for every agent from its first publication on, so every later difference is a restatement. */
    private static final RestatedMart TIER = new OfPlanMonth(
            TierAssignment.TABLE, TierAssignment.PLAN_MONTH, TierAssignment.AGENT_ID, TierAssignment.TIER);

    /** The same, as a quota stands beside every tier. */
    private static final RestatedMart QUOTA =
            new OfPlanMonth(SamplingQuota.TABLE, SamplingQuota.PLAN_MONTH, SamplingQuota.AGENT_ID, SamplingQuota.QUOTA);

    /** Rows come as days pass; one for a day that had been closed already is a restatement. */
    private static final RestatedMart ADJUSTMENT =
            new RestatedMart(
                    TierAdjustment.TABLE,
                    TierAdjustment.PLAN_MONTH,
                    TierAdjustment.AGENT_ID,
                    List.of(TierAdjustment.EFFECTIVE_ON, TierAdjustment.TO_TIER),
                    TierAdjustment.FROM_TIER,
                    TierAdjustment.REASON,
                    TierAdjustment.QUOTA) {
                @Override
                boolean hadBeenPublished(Set<LocalDate> periods, Row added, LocalDate closed) {
                    return !added.date(TierAdjustment.EFFECTIVE_ON).isAfter(closed);
                }

                @Override
                List<LocalDate> ownMonths(Row row) {
                    LocalDate planMonth = row.date(TierAdjustment.PLAN_MONTH);
                    return List.of(planMonth.minusMonths(1), planMonth);
                }

                /** The tier left and the baseline come from everybody's scores of the month before. */
                @Override
                List<LocalDate> comparedMonths(Row row) {
                    return List.of(row.date(TierAdjustment.PLAN_MONTH).minusMonths(1));
                }
            };

    /**
     * Flags come and grow as days pass. A restatement is one for a day that had been closed already, one that is gone or
     * has lost evidence, and any difference once its period had ended.
     */
    private static final RestatedMart FLAG =
            new RestatedMart(
                    CompetencyFlag.TABLE,
                    CompetencyFlag.PERIOD_START,
                    CompetencyFlag.AGENT_ID,
                    List.of(CompetencyFlag.RULE),
                    CompetencyFlag.OCCURRENCES,
                    CompetencyFlag.REACHED_ON,
                    CompetencyFlag.PROVISIONAL,
                    CompetencyFlag.EVIDENCE) {
                @Override
                boolean hadBeenPublished(Set<LocalDate> periods, Row added, LocalDate closed) {
                    return !added.date(CompetencyFlag.REACHED_ON).isAfter(closed);
                }

                @Override
                boolean isRestated(Row before, Row after, LocalDate closed) {
                    boolean onlyGrew = before.date(CompetencyFlag.REACHED_ON)
                                    .equals(after.date(CompetencyFlag.REACHED_ON))
                            && before.bool(CompetencyFlag.PROVISIONAL).equals(after.bool(CompetencyFlag.PROVISIONAL))
                            && evidence(after).containsAll(evidence(before));
                    return !onlyGrew || !CompetencyPeriod.of(after).lastDay().isAfter(closed);
                }

                @Override
                List<LocalDate> ownMonths(Row row) {
                    return CompetencyPeriod.of(row).months();
                }

                @Override
                List<LocalDate> comparedMonths(Row row) {
                    return List.of();
                }
            };

    /** All of them. */
    static final List<RestatedMart> ALL = List.of(SCORE, TIER, QUOTA, ADJUSTMENT, FLAG);

    /** A mart whose row of a plan month comes from everybody's month before. */
    private static final class OfPlanMonth extends RestatedMart {
        private OfPlanMonth(Table table, Column planMonth, Column agentId, Column compared) {
            super(table, planMonth, agentId, List.of(), compared);
        }

        @Override
        List<LocalDate> ownMonths(Row row) {
            return List.of(period(row).minusMonths(1));
        }

        @Override
        List<LocalDate> comparedMonths(Row row) {
            return ownMonths(row);
        }
    }

    private final Table table;
    private final Column period;
    private final Column agentId;
    private final List<Column> item;
    private final List<Column> compared;

    private RestatedMart(Table table, Column period, Column agentId, List<Column> item, Column... compared) {
        this.table = table;
        this.period = period;
        this.agentId = agentId;
        this.item = item;
        this.compared = List.of(compared);
    }

    Table table() {
        return table;
    }

    /** The columns that tell rows apart and those that are compared, of all rows; none where the table is not there. */
    List<Row> rows(PublishedWarehouse warehouse) {
        List<Column> columns = new ArrayList<>(List.of(period, agentId));
        columns.addAll(item);
        columns.addAll(compared);
        return warehouse.rowsIfAny(Selection.of(table).columns(columns.toArray(Column[]::new)));
    }

    /** What tells a row from the others. */
    List<Object> key(Row row) {
        List<Object> key = new ArrayList<>(List.of(period(row), agentId(row)));
        item.forEach(column -> key.add(row.value(column)));
        return key;
    }

    LocalDate period(Row row) {
        return row.date(period);
    }

    String agentId(Row row) {
        return row.string(agentId);
    }

    /** The values that tell rows of one period and agent apart, or null where there is only one. */
    String item(Row row) {
        return item.isEmpty()
                ? null
                : item.stream().map(column -> String.valueOf(row.value(column))).collect(Collectors.joining(" "));
    }

    /** The compared values: bare when there is one, else each after its column's name. */
    String text(Row row) {
        return compared.size() == 1
                ? String.valueOf(row.value(compared.get(0)))
                : compared.stream()
                        .map(column -> column + " " + row.value(column))
                        .collect(Collectors.joining(", "));
    }

    boolean differs(Row before, Row after) {
        return compared.stream().anyMatch(column -> !Objects.equals(before.value(column), after.value(column)));
    }

    /**
     * Whether the period of a row that came new had been published without it.
     *
     * @param periods the periods that rows had been published for
     * @param closed the business day of that publication
     */
    boolean hadBeenPublished(Set<LocalDate> periods, Row added, LocalDate closed) {
        return periods.contains(period(added));
    }

    /** Whether a difference is more than what the days that have passed since add to the row. */
    boolean isRestated(Row before, Row after, LocalDate closed) {
        return true;
    }

    /** The QA months of the agent's evaluations that the row is made from. */
    abstract List<LocalDate> ownMonths(Row row);

    /** The QA months in which the agent is compared with everybody else. */
    abstract List<LocalDate> comparedMonths(Row row);

    private static List<String> evidence(Row flag) {
        return Arrays.asList(flag.string(CompetencyFlag.EVIDENCE).split(";", -1));
    }

    /** The months that a flag's period consists of. */
    private record CompetencyPeriod(LocalDate start, int length) {

        static CompetencyPeriod of(Row flag) {
            int length =
                    switch (flag.string(CompetencyFlag.RULE)) {
                        case "two_in_month" -> 1;
                        case "consecutive_months" -> 2;
                        default -> 12;
                    };
            return new CompetencyPeriod(flag.date(CompetencyFlag.PERIOD_START), length);
        }

        LocalDate lastDay() {
            return start.plusMonths(length).minusDays(1);
        }

        List<LocalDate> months() {
            return IntStream.range(0, length).mapToObj(start::plusMonths).toList();
        }
    }
}
