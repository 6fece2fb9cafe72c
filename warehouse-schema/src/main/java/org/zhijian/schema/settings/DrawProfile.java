package org.zhijian.schema.settings;

/** How many interactions of an agent are drawn (R5). */
public enum DrawProfile {
    /** By the quota of the agent's tier. */
    TIERS("tiers"),
    /** A share of the newcomers' interactions and another of everybody else's. */
    SHARES("shares");

    private final String word;

    DrawProfile(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
