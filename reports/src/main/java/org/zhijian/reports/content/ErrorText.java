package org.zhijian.reports.content;

import java.util.Set;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.ErrorTrend;
import org.zhijian.schema.star.DimErrorType;

/** How error types and their rates are written. */
final class ErrorText {
    /** Categories that have a word in both languages; a centre's own ones stand as they came. */
    private static final Set<String> KNOWN_CATEGORIES = Set.of("service", "business", "process", "compliance");

    /** Code and name of a type. */
    static String type(ReportSource source, String code) {
        String name = source.names().errorType(code);
        return name.equals(code) ? code : code + " " + name;
    }

    /** Severe, general, or a dash while it is not known. */
    static String severity(ReportSource source, String code) {
        return source.names()
                .errorTypeRow(code)
                .map(row -> row.string(DimErrorType.SEVERITY))
                .map(severity -> source.word("severity", severity))
                .orElse(null);
    }

    /** The category of a type, or null. */
    static String categoryOf(ReportSource source, String code) {
        return source.names()
                .errorTypeRow(code)
                .map(row -> row.string(DimErrorType.CATEGORY))
                .map(category -> category(source, category))
                .orElse(null);
    }

    static String category(ReportSource source, String category) {
        return KNOWN_CATEGORIES.contains(category) ? source.word("error-category", category) : category;
    }

    /** Whose rate of what a row of the trends is: the centre, a team, a type, or a type of a team. */
    static String subject(ReportSource source, Row trend) {
        String team = ErrorRates.team(trend);
        String code = ErrorRates.code(trend);
        if (team == null) {
            return code == null ? source.say("errors.all") : type(source, code);
        }
        return code == null
                ? source.say("errors.of-team", team)
                : source.say("errors.type-of-team", team, type(source, code));
    }

    /** A rate in a sentence. */
    static String rate(Double rate) {
        return ReportSource.plain(rate, rate < 10 ? 2 : 1);
    }

    /** A rate that breaks a rule of its control chart: whose, how high, which rule, and what its limits are. */
    static String signal(ReportSource source, Row trend) {
        return source.say(
                "worse.signal",
                subject(source, trend),
                rate(trend.number(ErrorTrend.RATE_PER_100)),
                trend.bigint(ErrorTrend.ERRORS),
                source.word("signal", trend.string(ErrorTrend.SIGNAL)),
                limits(source, trend));
    }

    /** The limits of the control chart in a sentence, from to. */
    static String limits(ReportSource source, Row trend) {
        Double upper = trend.number(ErrorTrend.UPPER_LIMIT);
        if (upper == null) {
            return source.say("errors.no-limits");
        }
        return upper == 0
                ? source.say("errors.none-before", trend.bigint(ErrorTrend.CONTROL_PERIODS))
                : source.say(
                        "errors.limits",
                        rate(trend.number(ErrorTrend.LOWER_LIMIT)),
                        rate(trend.number(ErrorTrend.UPPER_LIMIT)));
    }

    private ErrorText() {}
}
