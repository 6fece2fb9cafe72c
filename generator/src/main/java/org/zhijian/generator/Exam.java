package org.zhijian.generator;

import java.io.IOException;
import java.time.LocalDate;
import org.zhijian.schema.raw.Exams;

/** The exam that all agents on post take in the last month of each quarter. */
final class Exam {
    private static final int DAY_OF_MONTH = 20;
    private static final int HALF_POINT = 50;
    private static final int FULL_SCORE = 10_000;
    private static final String[] SUBJECTS = {"业务知识", "服务规范与礼仪", "信息安全与合规", "投诉处理"};

    private final Centre centre;

    Exam(Centre centre) {
        this.centre = centre;
    }

    void write(LocalDate day, EntityFiles files) throws IOException {
        int month = day.getMonthValue();
        if (day.getDayOfMonth() != DAY_OF_MONTH || month % 3 != 0) {
            return;
        }
        int quarter = month / 3;
        for (Agent agent : centre.roster().onPost(day)) {
            Rng rng = Rng.of(centre.plan().seed(), Stream.EXAM, day.toEpochDay(), agent.index());
            double score = 9350 + 260 * agent.skillOn(day.toEpochDay()) + 330 * rng.gaussian();
            int rounded = (int) Math.round(score / HALF_POINT) * HALF_POINT;
            files.write(
                    day,
                    Row.of(Exams.ENTITY)
                            .set(Exams.EXAM_ID, "X" + day.getYear() + "Q" + quarter)
                            .set(Exams.AGENT_ID, agent.id())
                            .set(Exams.TAKEN_ON, day)
                            .set(Exams.SUBJECT, SUBJECTS[quarter - 1])
                            .setHundredths(Exams.SCORE, Math.max(0, Math.min(FULL_SCORE, rounded))));
        }
    }
}
