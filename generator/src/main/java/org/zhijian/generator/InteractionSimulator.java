package org.zhijian.generator;

import java.time.LocalDate;
import java.util.Arrays;

/** Makes a day's interactions in the order of time. Not for several threads. */
final class InteractionSimulator {
    private static final double CHAT_BY_BOT = 0.45;
    private static final double SOCIAL_BY_BOT = 0.20;
    private static final int LONGEST_CALL = 3000;
    private static final Lognormal TALK = new Lognormal(0.75);
    private static final Lognormal SHORT_WORK = new Lognormal(0.6);
    private static final Choice<Channel> CHANNELS = Choice.of(Channel.values(), Channel::share);
    private static final Choice<BusinessType> BUSINESS = Choice.of(BusinessType.values(), BusinessType::share);
    private static final Choice<SkillGroup> VOICE_GROUPS =
            Choice.of(new SkillGroup[] {SkillGroup.ACCOUNT, SkillGroup.ORDER, SkillGroup.TECHNICAL}, SkillGroup::share);

    private final Centre centre;
    private final Interaction interaction = new Interaction();
    private final long customers;

    /** Sees each interaction; the instance is used again for the next. */
    @FunctionalInterface
    interface Visitor<E extends Exception> {
        void visit(Interaction interaction) throws E;
    }

    InteractionSimulator(Centre centre) {
        this.centre = centre;
        customers = Math.max(50, centre.plan().expectedInteractions() / 3);
    }

    <E extends Exception> void simulate(LocalDate day, Duty duty, Visitor<E> visitor) throws E {
        Rng rng = Rng.of(centre.plan().seed(), Stream.INTERACTIONS, day.toEpochDay());
        DayText text = new DayText(day, centre.plan().zone());
        double volume = centre.season().interactions(day);
        double dayLoad = centre.season().load(day);
        int number = 0;
        for (int slot = Opening.FIRST_SLOT; slot < Opening.FIRST_SLOT + Opening.SLOTS; slot++) {
            double load = dayLoad * Opening.load(slot);
            for (int second : arrivals(volume * Opening.share(slot), rng)) {
                number++;
                interaction.begin(text, number);
                interaction.started = slot * Opening.SLOT_SECONDS + second;
                happen(duty, load, rng);
                visitor.visit(interaction);
            }
        }
    }

    private static int[] arrivals(double expected, Rng rng) {
        int[] seconds = new int[rng.poisson(expected)];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = rng.below(Opening.SLOT_SECONDS);
        }
        Arrays.sort(seconds);
        return seconds;
    }

    private void happen(Duty duty, double load, Rng rng) {
        Interaction it = interaction;
        it.channel = CHANNELS.draw(rng);
        it.businessType = BUSINESS.draw(rng);
        it.customer = (long) (customers * rng.unit());
        it.group = route(rng);
        switch (it.channel) {
            case VOICE_IN -> callIn(duty, load, rng);
            case VOICE_OUT -> callOut(duty, rng);
            case CHAT -> online(duty, CHAT_BY_BOT, 18 * (0.6 + 0.4 * load), rng);
            case EMAIL -> online(duty, 0, 2400, rng);
            case SOCIAL -> online(duty, SOCIAL_BY_BOT, 180, rng);
        }
        if (it.isHumanHandled()) {
            leaveImpression(duty, rng);
        } else if (it.bot) {
            it.resolved = rng.chance(0.68) ? 1 : 0;
            it.csat = rng.chance(0.08) ? rating(-0.4, rng) : Interaction.BLANK;
        }
    }

    private SkillGroup route(Rng rng) {
        if (!interaction.channel.isVoice()) {
            return SkillGroup.ONLINE;
        }
        return interaction.businessType == BusinessType.COMPLAINT && rng.chance(0.6)
                ? SkillGroup.COMPLAINT
                : VOICE_GROUPS.draw(rng);
    }

    private void callIn(Duty duty, double load, Rng rng) {
        Interaction it = interaction;
        int wait = (int) rng.exponential(4 + 5.5 * load);
        if (rng.chance(0.006 + 0.014 * Math.max(0, load - 0.6))) {
            it.outcome = Outcome.ABANDONED;
            it.ended = it.started + 4 + wait * 2 + (int) rng.exponential(20);
        } else if (rng.chance(0.001)) {
            it.outcome = Outcome.FAILED;
        } else {
            it.answered = it.started + wait;
            talk(duty, 165, rng);
        }
    }

    private void callOut(Duty duty, Rng rng) {
        Interaction it = interaction;
        int ringing = 3 + (int) rng.exponential(9);
        if (rng.chance(0.2)) {
            it.outcome = Outcome.FAILED;
            it.agent = duty.free(it.group, it.started, rng);
            it.ended = it.started + ringing + 15;
        } else {
            it.answered = it.started + ringing;
            talk(duty, 110, rng);
        }
    }

    private void talk(Duty duty, double median, Rng rng) {
        Interaction it = interaction;
        it.agent = duty.free(it.group, it.started, rng);
        double heavier = it.businessType == BusinessType.COMPLAINT ? 1.7 : 1;
        it.talk = Math.min(LONGEST_CALL, TALK.seconds(rng, median * heavier * duty.talkFactor(it.agent)));
        it.hold = rng.chance(0.3) ? SHORT_WORK.seconds(rng, 38) : 0;
        it.wrap = SHORT_WORK.seconds(rng, 32 * duty.talkFactor(it.agent));
        it.ended = Math.min(Opening.LAST_SECOND, it.answered + it.talk + it.hold);
        it.recorded = rng.chance(0.995);
        duty.busyUntil(it.agent, it.ended + it.wrap);
    }

    private void online(Duty duty, double byBot, double medianWait, Rng rng) {
        Interaction it = interaction;
        it.bot = rng.chance(byBot);
        if (it.bot) {
            it.answered = it.started + 1;
            it.ended = Math.min(Opening.LAST_SECOND, it.answered + SHORT_WORK.seconds(rng, 90));
            return;
        }
        int wait = SHORT_WORK.seconds(rng, medianWait);
        if (rng.chance(0.02)) {
            it.outcome = Outcome.ABANDONED;
            it.ended = Math.min(Opening.LAST_SECOND, it.started + wait);
            return;
        }
        it.agent = duty.free(it.group, it.started, rng);
        it.answered = Math.min(Opening.LAST_SECOND, it.started + wait);
        int handling = TALK.seconds(rng, 300 * duty.talkFactor(it.agent));
        it.ended = Math.min(Opening.LAST_SECOND, it.answered + handling);
        if (it.channel == Channel.CHAT) {
            it.talk = it.ended - it.answered;
            it.wrap = SHORT_WORK.seconds(rng, 20);
        }
    }

    /** What the customer and the agent leave behind of an interaction that a person handled. */
    private void leaveImpression(Duty duty, Rng rng) {
        Interaction it = interaction;
        boolean complaint = it.businessType == BusinessType.COMPLAINT;
        double skill = duty.skill(it.agent);
        it.transferred = rng.chance(complaint ? 0.12 : 0.045 - 0.008 * skill) ? 1 : 0;
        if (rng.chance(0.86)) {
            it.resolved = rng.chance((complaint ? 0.58 : 0.86) + 0.035 * skill) ? 1 : 0;
        }
        if (rng.chance(it.channel.isVoice() ? 0.33 : 0.22)) {
            it.csat = rating(0.35 * skill - (complaint ? 1.6 : 0) - (it.resolved == 0 ? 0.8 : 0), rng);
        }
        it.keywords = Remarks.keywords(it.businessType, rng);
        if (it.channel.isVoice()) {
            it.abnormalEmotion = rng.chance(complaint ? 0.24 : 0.008) ? 1 : 0;
        }
        if (rng.chance(complaint ? 0.5 : 0.11)) {
            it.remark = Remarks.about(it.businessType, it.customer, rng);
        }
    }

    /** A rating from 1 to 5 that leans up with the mood. */
    private static int rating(double mood, Rng rng) {
        double position = rng.unit() - 0.16 * mood;
        if (position < 0.62) {
            return 5;
        }
        if (position < 0.84) {
            return 4;
        }
        if (position < 0.93) {
            return 3;
        }
        return position < 0.97 ? 2 : 1;
    }
}
