package org.zhijian.generator;

/** How an interaction came out. */
enum Outcome {
    ANSWERED("answered"),
    ABANDONED("abandoned"),
    FAILED("failed");

    private final String code;

    Outcome(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
