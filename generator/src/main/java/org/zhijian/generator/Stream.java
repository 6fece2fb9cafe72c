package org.zhijian.generator;

/** What random numbers are drawn for. Each has numbers of its own, so that more draws for one leave the others alone. */
enum Stream {
    AGENT(1),
    ROSTER(2),
    INSPECTOR(3),
    DAY_VOLUME(4),
    INTERACTIONS(5),
    INSPECTION_TARGET(6),
    DIAL_TEST(7),
    EVALUATION(8),
    AGENT_STATES(9),
    EXAM(10),
    CALIBRATION(11),
    CARELESS_MONTH(12),
    CORRECTION(13);

    private final long salt;

    Stream(long salt) {
        this.salt = salt;
    }

    long salt() {
        return salt;
    }
}
