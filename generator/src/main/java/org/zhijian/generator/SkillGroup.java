package org.zhijian.generator;

/** What agents are skilled in, by which interactions are routed. */
enum SkillGroup {
    ACCOUNT("账户服务", "账户", 0.26),
    ORDER("订单物流", "订单", 0.28),
    TECHNICAL("技术支持", "技术", 0.16),
    COMPLAINT("投诉处理", "投诉", 0.07),
    ONLINE("在线客服", "在线", 0.23);

    private final String label;
    private final String teamPrefix;
    private final double share;

    SkillGroup(String label, String teamPrefix, double share) {
        this.label = label;
        this.teamPrefix = teamPrefix;
        this.share = share;
    }

    String label() {
        return label;
    }

    /** The queue in which its interactions wait. */
    String queue() {
        return label + "队列";
    }

    String teamPrefix() {
        return teamPrefix;
    }

    /** Share of the agents. */
    double share() {
        return share;
    }
}
