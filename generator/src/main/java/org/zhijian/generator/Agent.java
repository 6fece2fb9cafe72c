package org.zhijian.generator;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A made-up agent: what she is like, which nobody is told, and her career. Days are epoch days, for they are asked about
 * often.
 */
final class Agent {
    private static final double DAYS_TO_LEARN = 75;
    /** Spread evenly, so that small centres have rare characters too. */
    private static final int RARE_NAME_EVERY = 60;

    private static final int RARE_NAME_FIRST = 7;

    private final int index;
    private final String id;
    private final byte[] idBytes;
    private final String name;
    private final double talent;
    private final double talkFactor;
    private final double severeRisk;
    private final long onPost;
    private final List<Post> posts = new ArrayList<>();
    private long left = Long.MAX_VALUE;

    /** What holds from a day on. A null day means from the beginning. */
    record Post(LocalDate effectiveFrom, Team team, int grade) {}

    Agent(int index, Rng rng, LocalDate onPostDate, Post first) {
        this.index = index;
        id = "A" + Integer.toString(100_000 + index + 1).substring(1);
        idBytes = id.getBytes(StandardCharsets.US_ASCII);
        name = index % RARE_NAME_EVERY == RARE_NAME_FIRST ? Names.rare(rng, index / RARE_NAME_EVERY) : Names.draw(rng);
        talent = Math.max(-2.5, Math.min(2.5, rng.gaussian()));
        talkFactor = Math.max(0.6, 1 - 0.06 * talent + 0.12 * rng.gaussian());
        severeRisk = rng.chance(0.03) ? 0.12 : Math.max(0.0005, 0.0045 - 0.002 * talent);
        onPost = onPostDate.toEpochDay();
        posts.add(first);
    }

    void move(Post post) {
        posts.add(post);
    }

    void leave(LocalDate firstDayGone) {
        left = firstDayGone.toEpochDay();
    }

    int index() {
        return index;
    }

    String id() {
        return id;
    }

    byte[] idBytes() {
        return idBytes;
    }

    String name() {
        return name;
    }

    LocalDate onPostDate() {
        return LocalDate.ofEpochDay(onPost);
    }

    /** The first day no longer there, or null. */
    LocalDate leftDate() {
        return left == Long.MAX_VALUE ? null : LocalDate.ofEpochDay(left);
    }

    List<Post> posts() {
        return posts;
    }

    boolean isOnPost(long day) {
        return onPost <= day && day < left;
    }

    Post postOn(LocalDate day) {
        for (int i = posts.size() - 1; i > 0; i--) {
            if (!posts.get(i).effectiveFrom().isAfter(day)) {
                return posts.get(i);
            }
        }
        return posts.get(0);
    }

    long daysOnPost(long day) {
        return day - onPost;
    }

    /** How good she is on that day: about 0 on average with standard deviation 1, newcomers up to 1.4 below their talent. */
    double skillOn(long day) {
        return talent - 1.4 * StrictMath.exp(-Math.max(0, daysOnPost(day)) / DAYS_TO_LEARN);
    }

    /** How long she talks, as a factor; newcomers talk longer. */
    double talkFactorOn(long day) {
        return talkFactor * (1 + 0.25 * StrictMath.exp(-Math.max(0, daysOnPost(day)) / DAYS_TO_LEARN));
    }

    /** The probability that an inspected interaction has a severe error. */
    double severeRisk() {
        return severeRisk;
    }
}
