package org.zhijian.schema.settings;

/** Whose volume a quota is based on (R3). */
public enum BaseBy {
    CENTRE("centre"),
    SKILL_GROUP("skill_group"),
    TEAM("team");

    private final String word;

    BaseBy(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
