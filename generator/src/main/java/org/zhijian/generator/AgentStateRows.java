package org.zhijian.generator;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.zhijian.schema.Column;
import org.zhijian.schema.raw.AgentStates;

/**
 * Writes the states of those who work on a day: each quarter of the shift busy, in wrap-up and ready, with a break after it
 * and now and then a training. They follow how busy the day is and are not added up from the interactions.
 */
final class AgentStateRows {
    /** The order in which a state is written. */
    private static final List<Column> ORDER =
            List.of(AgentStates.AGENT_ID, AgentStates.STATE, AgentStates.FROM, AgentStates.TO);

    private static final byte[] READY = CsvFile.encoded("ready");
    private static final byte[] BUSY = CsvFile.encoded("busy");
    private static final byte[] WRAP = CsvFile.encoded("wrap");
    private static final byte[] BREAK = CsvFile.encoded("break");
    private static final byte[] TRAINING = CsvFile.encoded("training");
    private static final int[] BREAK_MINUTES = {15, 45, 15};
    private static final int WORK_SECONDS = 105 * 60;
    private static final int TRAINING_SECONDS = 30 * 60;

    static {
        if (!ORDER.equals(AgentStates.ENTITY.columns())) {
            throw new IllegalStateException("The columns of agent_states are declared in another order than written");
        }
    }

    private final DayText text;
    private final CsvFile file;
    private final EntityFiles files;
    private Agent agent;
    private int second;

    private AgentStateRows(DayText text, EntityFiles files) throws IOException {
        this.text = text;
        this.files = files;
        file = files.at(text.day());
    }

    static void write(CentrePlan plan, LocalDate day, Duty duty, EntityFiles files) throws IOException {
        if (duty.working().isEmpty()) {
            return;
        }
        AgentStateRows rows = new AgentStateRows(new DayText(day, plan.zone()), files);
        for (Agent agent : duty.working()) {
            Rng rng = Rng.of(plan.seed(), Stream.AGENT_STATES, day.toEpochDay(), agent.index());
            rows.shift(agent, WorkPattern.shift(agent, day.toEpochDay()).firstSecond(), duty.skill(agent), rng);
        }
    }

    private void shift(Agent whose, int begin, double skill, Rng rng) throws IOException {
        agent = whose;
        second = begin + rng.below(120);
        int trainingQuarter = rng.chance(0.08) ? rng.below(BREAK_MINUTES.length + 1) : -1;
        for (int quarter = 0; quarter <= BREAK_MINUTES.length; quarter++) {
            int work = WORK_SECONDS;
            if (quarter == trainingQuarter) {
                state(TRAINING, TRAINING_SECONDS);
                work -= TRAINING_SECONDS;
            }
            int busy = (int) (work * Math.max(0.3, Math.min(0.85, 0.62 + 0.08 * (rng.unit() - 0.5) - 0.02 * skill)));
            int wrap = (int) (work * rng.between(0.08, 0.14));
            state(BUSY, busy);
            state(WRAP, wrap);
            state(READY, work - busy - wrap);
            if (quarter < BREAK_MINUTES.length) {
                state(BREAK, BREAK_MINUTES[quarter] * 60 + rng.below(180));
            }
        }
    }

    private void state(byte[] name, int seconds) throws IOException {
        file.bytes(agent.idBytes()).bytes(name);
        file.bytes(text.datePrefix()).moreTime(second).more(text.offset());
        second += seconds;
        file.bytes(text.datePrefix()).moreTime(second).more(text.offset());
        file.endRow();
        files.rowWritten();
    }
}
