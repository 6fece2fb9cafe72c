package org.zhijian.reports.explain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.indicator.Indicator;
import org.zhijian.schema.indicator.Measure;
import org.zhijian.schema.mart.AssessmentIndicator;
import org.zhijian.schema.text.Text;
import org.zhijian.schema.text.UserError;

/** Where an assessment indicator's value of a month comes from (R10): what is divided by what, and the target. */
public final class IndicatorExplainer {
    /** Those that are made of the scores of an agent's evaluations alone. */
    private static final Set<String> OF_SCORES = Set.of("qa_mean", "qa_pass_rate");

    private static final String COMPOSITE = "composite";

    private final String indicator;
    private final String scope;
    private final String scopeId;

    private IndicatorExplainer(String indicator, String scope, String scopeId) {
        this.indicator = indicator;
        this.scope = scope;
        this.scopeId = scopeId;
    }

    public static IndicatorExplainer ofCentre(String indicator) {
        return new IndicatorExplainer(indicator, "centre", "");
    }

    public static IndicatorExplainer ofTeam(String indicator, String team) {
        return new IndicatorExplainer(indicator, "team", team);
    }

    public static IndicatorExplainer ofAgent(String indicator, String agentId) {
        return new IndicatorExplainer(indicator, "agent", agentId);
    }

    /**
     * Explains the value of that month.
     *
     * @throws UserError when the publication has none
     */
    public Explanation explain(PublishedWarehouse warehouse, YearMonth month, Text text) {
        Published published = new Published(warehouse, text);
        List<Row> ofMonth = published
                .rows(
                        AssessmentIndicator.TABLE,
                        Condition.equal(AssessmentIndicator.MONTH, month.atDay(1)),
                        Condition.equal(AssessmentIndicator.PERIOD_TYPE, "month"),
                        Condition.equal(AssessmentIndicator.PERIOD_START, month.atDay(1)),
                        Condition.equal(AssessmentIndicator.SCOPE, scope))
                .stream()
                .filter(this::isOfScope)
                .toList();
        Row row = ofMonth.stream()
                .filter(value -> value.string(AssessmentIndicator.INDICATOR).equals(indicator))
                .findFirst()
                .orElseThrow(() -> published.missing(
                        "no-indicator",
                        indicator,
                        month,
                        ofMonth.stream()
                                .map(value -> value.string(AssessmentIndicator.INDICATOR))
                                .toList()));
        List<String> steps = new ArrayList<>();
        definition(published).ifPresent(steps::add);
        steps.add(published.say(indicator.equals(COMPOSITE) ? "indicator.weighted" : "indicator.adds-up"));
        steps.add(valueStep(published, row));
        steps.add(targetStep(published, row));
        String title = published.say("indicator.title", indicator, published.say("scope." + scope, scopeId), month);
        return new Explanation(title, steps, evaluations(published, month));
    }

    private Optional<String> definition(Published published) {
        boolean chinese = published.text().isChinese();
        return Indicator.ALL.stream()
                .filter(declared -> declared.name().equals(indicator))
                .findFirst()
                .map(declared -> published.say(
                        "indicator.definition",
                        chinese ? declared.nameZh() : declared.name(),
                        meaning(declared.numerator(), chinese),
                        meaning(declared.denominator(), chinese)));
    }

    private static String meaning(Measure measure, boolean chinese) {
        return chinese ? measure.meaningZh() : measure.meaning();
    }

    private boolean isOfScope(Row row) {
        return scope.equals("centre") || scopeId.equals(row.string(AssessmentIndicator.SCOPE_ID));
    }

    private static String valueStep(Published published, Row row) {
        Double value = row.number(AssessmentIndicator.VALUE);
        return value == null
                ? published.say("indicator.no-value")
                : published.say(
                        "indicator.value",
                        Published.plain(row.number(AssessmentIndicator.NUMERATOR)),
                        Published.plain(row.number(AssessmentIndicator.DENOMINATOR)),
                        Published.plain(value));
    }

    private static String targetStep(Published published, Row row) {
        Double target = row.number(AssessmentIndicator.TARGET);
        Boolean met = row.bool(AssessmentIndicator.MET);
        if (target == null) {
            return published.say("indicator.no-target");
        }
        String key = met == null ? "indicator.target" : met ? "indicator.met" : "indicator.not-met";
        return published.say(key, Published.plain(target));
    }

    private List<Evidence> evaluations(Published published, YearMonth month) {
        return scope.equals("agent") && OF_SCORES.contains(indicator)
                ? Inspections.scoredIn(published, scopeId, month).forScore()
                : List.of();
    }
}
