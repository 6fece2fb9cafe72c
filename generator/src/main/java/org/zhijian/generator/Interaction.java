package org.zhijian.generator;

/**
 * One interaction while it is made. Millions pass through one instance, so its fields are plain; {@link #copy} keeps one.
 * Times are seconds of the day.
 */
final class Interaction {
    /** A value that is blank. */
    static final int BLANK = -1;

    DayText day;
    /** Counts from 1 within the day, in the order of time. */
    int number;

    Channel channel;
    SkillGroup group;
    BusinessType businessType;
    long customer;
    Agent agent;
    boolean bot;
    int started;
    int answered;
    int ended;
    int talk;
    int hold;
    int wrap;
    Outcome outcome;
    /** 1, 0 or blank. */
    int transferred;
    /** 1, 0 or blank. */
    int resolved;

    int csat;
    String keywords;
    /** 1 abnormal, 0 normal, or blank. */
    int abnormalEmotion;

    boolean recorded;
    String remark;

    Interaction copy() {
        Interaction copy = new Interaction();
        copy.day = day;
        copy.number = number;
        copy.channel = channel;
        copy.group = group;
        copy.businessType = businessType;
        copy.customer = customer;
        copy.agent = agent;
        copy.bot = bot;
        copy.started = started;
        copy.answered = answered;
        copy.ended = ended;
        copy.talk = talk;
        copy.hold = hold;
        copy.wrap = wrap;
        copy.outcome = outcome;
        copy.transferred = transferred;
        copy.resolved = resolved;
        copy.csat = csat;
        copy.keywords = keywords;
        copy.abnormalEmotion = abnormalEmotion;
        copy.recorded = recorded;
        copy.remark = remark;
        return copy;
    }

    /** Everything blank but the day and number. */
    void begin(DayText newDay, int newNumber) {
        day = newDay;
        number = newNumber;
        agent = null;
        bot = false;
        answered = BLANK;
        ended = BLANK;
        talk = BLANK;
        hold = BLANK;
        wrap = BLANK;
        outcome = Outcome.ANSWERED;
        transferred = BLANK;
        resolved = BLANK;
        csat = BLANK;
        keywords = null;
        abnormalEmotion = BLANK;
        recorded = false;
        remark = null;
    }

    boolean isHumanHandled() {
        return outcome == Outcome.ANSWERED && agent != null;
    }

    String id() {
        return day.interactionId(number);
    }
}
