package org.zhijian.generator;

/** What interactions are about, with their shares. */
enum BusinessType {
    CONSULTATION("consultation", 0.63),
    COMPLAINT("complaint", 0.028),
    REPORT("report", 0.16),
    SUGGESTION("suggestion", 0.025),
    PRAISE("praise", 0.017),
    OTHER("other", 0.14);

    private final String code;
    private final double share;

    BusinessType(String code, double share) {
        this.code = code;
        this.share = share;
    }

    String code() {
        return code;
    }

    double share() {
        return share;
    }
}
