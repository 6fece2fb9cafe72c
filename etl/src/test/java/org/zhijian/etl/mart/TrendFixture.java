package org.zhijian.etl.mart;

import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.testing.Star;

/** Days with evaluations of team T1, some of which have an error of type G1. */
final class TrendFixture {
    static final String TEAMS =
            """
            | team_key | team    |
            | 0        | unknown |
            | 1        | T1      |
            | 2        | T2      |
            """;
    private static final String EVALUATIONS = "| evaluation_id | evaluated_on | team_key |\n";
    private static final String ERRORS = "| evaluation_id | error_code | month |\n";

    private final StringBuilder evaluations;
    private final StringBuilder errors;
    private int count;

    TrendFixture() {
        evaluations = new StringBuilder(EVALUATIONS);
        errors = new StringBuilder(ERRORS);
    }

    TrendFixture(TrendFixture other) {
        evaluations = new StringBuilder(other.evaluations);
        errors = new StringBuilder(other.errors);
        count = other.count;
    }

    /** So many evaluations on a day, the first ones with an error. */
    TrendFixture add(String day, int withError, int evaluated) {
        for (int i = 0; i < evaluated; i++) {
            count++;
            evaluations.append("| E%d | %s | 1 |%n".formatted(count, day));
            if (i < withError) {
                errors.append("| E%d | G1 | %s |%n"
                        .formatted(count, LocalDate.parse(day).withDayOfMonth(1)));
            }
        }
        return this;
    }

    Dataset<Row> evaluations() {
        return Star.evaluations(evaluations.toString());
    }

    Dataset<Row> errors() {
        return Star.errors(errors.toString());
    }

    static Dataset<Row> noEvaluations() {
        return Star.evaluations(EVALUATIONS);
    }

    static Dataset<Row> noErrors() {
        return Star.errors(ERRORS);
    }
}
