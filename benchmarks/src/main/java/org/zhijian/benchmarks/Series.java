package org.zhijian.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What one figure came to in each round. */
final class Series {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    /** The middle value, or the mean of the two in the middle: 3, 1, 2 → 2; 1, 2, 3, 5 → 2.5. */
    double median() {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** Such as {@code median 2.10 (1.95 to 2.32 in 5 rounds)}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "median %.2f (%.2f to %.2f in %d rounds)",
                median(),
                Collections.min(values),
                Collections.max(values),
                values.size());
    }
}
