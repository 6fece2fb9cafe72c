package org.zhijian.reports.document;

/** How a value is judged. It is never shown by colour alone: a sign goes with it. */
public enum Tone {
    NEUTRAL(""),
    GOOD("▲"),
    BAD("▼"),
    /** Needs a person's attention. */
    ATTENTION("◆");

    private final String sign;

    Tone(String sign) {
        this.sign = sign;
    }

    /** The sign that stands before the value, also in black and white. */
    public String sign() {
        return sign;
    }
}
