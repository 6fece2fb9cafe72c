package org.zhijian.reports.content;

import java.util.List;
import org.zhijian.schema.indicator.Indicator;

/** The indicators that reports name. */
final class Indicators {
    static final Indicator QA_MEAN = named("qa_mean");
    static final Indicator QA_PASS_RATE = named("qa_pass_rate");
    static final Indicator SEVERE_ERROR_RATE = named("severe_error_rate");
    static final Indicator FIRST_CONTACT_RESOLUTION = named("first_contact_resolution");
    static final Indicator CSAT_MEAN = named("csat_mean");
    static final Indicator COMPLAINT_RATE = named("complaint_rate");
    static final Indicator PLAN_COMPLETION = named("plan_completion");
    static final Indicator CALIBRATION_DEVIATION = named("calibration_deviation");

    /** What a manager looks at first. */
    static final List<Indicator> KEY = List.of(
            named("connection_rate"),
            named("service_level"),
            FIRST_CONTACT_RESOLUTION,
            CSAT_MEAN,
            COMPLAINT_RATE,
            QA_MEAN,
            QA_PASS_RATE,
            SEVERE_ERROR_RATE);

    private static Indicator named(String name) {
        return Indicator.ALL.stream()
                .filter(indicator -> indicator.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Indicators() {}
}
