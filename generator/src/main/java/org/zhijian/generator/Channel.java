package org.zhijian.generator;

/** The channels, with their shares of the interactions. */
enum Channel {
    VOICE_IN("voice_in", 0.62),
    VOICE_OUT("voice_out", 0.08),
    CHAT("chat", 0.20),
    EMAIL("email", 0.04),
    SOCIAL("social", 0.06);

    private final String code;
    private final double share;

    Channel(String code, double share) {
        this.code = code;
        this.share = share;
    }

    String code() {
        return code;
    }

    double share() {
        return share;
    }

    boolean isVoice() {
        return this == VOICE_IN || this == VOICE_OUT;
    }
}
