package org.zhijian.generator;

/**
 * A small random generator (SplitMix64) that begins anew for each seed, stream and place, so that what is drawn for a day
 * or an agent does not depend on what was drawn before, nor on the thread that draws it.
 */
final class Rng {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    private Rng(long state) {
        this.state = state;
    }

    static Rng of(long seed, Stream stream, long place) {
        return of(seed, stream, place, 0);
    }

    static Rng of(long seed, Stream stream, long place, long within) {
        return new Rng(mix(mix(mix(seed + GAMMA) + stream.salt()) + place * GAMMA) ^ mix(within + GAMMA));
    }

    long next() {
        state += GAMMA;
        return mix(state);
    }

    /** From 0 up to but without 1. */
    double unit() {
        return (next() >>> 11) * UNIT;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** From 0 to bound − 1. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** From min to max, both included. */
    int between(int min, int max) {
        return min + below(max - min + 1);
    }

    double between(double min, double max) {
        return min + (max - min) * unit();
    }

    <T> T oneOf(T[] values) {
        return values[below(values.length)];
    }

    /** Mean 0, standard deviation 1. */
    double gaussian() {
        return StrictMath.sqrt(-2 * StrictMath.log(1 - unit())) * StrictMath.cos(2 * Math.PI * unit());
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - unit());
    }

    int poisson(double mean) {
        if (mean > 60) {
            return Math.max(0, (int) Math.round(mean + Math.sqrt(mean) * gaussian()));
        }
        double limit = StrictMath.exp(-mean);
        int events = 0;
        for (double product = unit(); product > limit; product *= unit()) {
            events++;
        }
        return events;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
