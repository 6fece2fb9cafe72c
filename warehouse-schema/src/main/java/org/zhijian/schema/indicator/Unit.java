package org.zhijian.schema.indicator;

import java.math.BigDecimal;

/** What an indicator's value is measured in. */
public enum Unit {
    /** A share of 1; settings state its target in percent. */
    RATE(2),
    SECONDS(0),
    /** Scores from 0 to 100. */
    POINTS(0),
    /** Customers' ratings from 1 to 5. */
    RATING(0),
    /** A mean of percentages, 5 being 5 %. */
    PERCENT(0);

    private final int places;

    Unit(int places) {
        this.places = places;
    }

    /** A target as settings state it, in this unit: 98 for a rate is 0.98, 15 for seconds 15. */
    public BigDecimal target(BigDecimal setting) {
        return setting.movePointLeft(places);
    }
}
