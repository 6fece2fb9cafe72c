package org.zhijian.schema.settings;

/** Which moment decides the QA month of an evaluation. */
public enum QaPeriodBy {
    EVALUATED_AT("evaluated_at"),
    INTERACTION("interaction");

    private final String word;

    QaPeriodBy(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
