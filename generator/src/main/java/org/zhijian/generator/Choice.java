package org.zhijian.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Values that are drawn in proportion to their weights. Drawing takes one random number and a table look-up. */
final class Choice<T> {
    private static final int SLOTS = 4096;

    private final List<T> slots;

    private Choice(List<T> slots) {
        this.slots = slots;
    }

    static <T> Builder<T> of(T value, double weight) {
        return new Builder<T>().or(value, weight);
    }

    static <T> Choice<T> of(T[] values, ToDoubleFunction<T> weight) {
        Builder<T> builder = new Builder<>();
        for (T value : values) {
            builder.or(value, weight.applyAsDouble(value));
        }
        return builder.build();
    }

    T draw(Rng rng) {
        return slots.get(rng.below(SLOTS));
    }

    /** Collects values with weights. A weight is met to about a four-thousandth of the total. */
    static final class Builder<T> {
        private final List<T> values = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();

        Builder<T> or(T value, double weight) {
            values.add(value);
            weights.add(weight);
            return this;
        }

        Choice<T> build() {
            double total = weights.stream().mapToDouble(Double::doubleValue).sum();
            List<T> slots = new ArrayList<>(SLOTS);
            double upTo = 0;
            for (int i = 0; i < values.size(); i++) {
                upTo += weights.get(i) / total * SLOTS;
                while (slots.size() < Math.round(upTo)) {
                    slots.add(values.get(i));
                }
            }
            return new Choice<>(slots);
        }
    }
}
