package org.zhijian.generator;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.zhijian.schema.raw.Appeals;

/** Appeals: submitted, and decided up to some weeks later, which may be in another month. */
final class AppealProcess {
    private static final int LATEST_SUBMISSION = 4;
    private static final int LATEST_DECISION = 26;
    /** From the feedback to the decision, in days. */
    static final int LATEST = LATEST_SUBMISSION + LATEST_DECISION;

    private static final int FULL_SCORE = 10_000;
    private static final double APPEALED = 0.034;
    private static final double SEVERE_APPEALED = 0.2;
    private static final String[] REASONS = {
        "客户未提供身份信息，无法核实，申请复议",
        "知识库当日已更新，解答与最新口径一致",
        "系统卡顿导致记录未保存，非本人原因",
        "客户主动打断，未能完整使用结束语",
        "扣分项与录音不符，请复听",
        "已按流程升级，工单号可查"
    };

    private final Agenda agenda;
    private final EntityFiles files;

    /** An appeal as it was submitted. */
    private record Appeal(String id, String evaluationId, LocalDateTime submittedAt, String reason) {
        Row row(String status, LocalDateTime updatedAt) {
            return Row.of(Appeals.ENTITY)
                    .set(Appeals.APPEAL_ID, id)
                    .set(Appeals.EVALUATION_ID, evaluationId)
                    .set(Appeals.SUBMITTED_AT, submittedAt)
                    .set(Appeals.REASON, reason)
                    .set(Appeals.STATUS, status)
                    .set(Appeals.UPDATED_AT, updatedAt);
        }
    }

    AppealProcess(Agenda agenda, EntityFiles files) {
        this.agenda = agenda;
        this.files = files;
    }

    /** Decides whether there is an appeal, and puts down its steps. No step comes before that day's morrow. */
    void consider(Evaluation evaluation, LocalDate toldBy, Rng rng) {
        boolean severe = evaluation.severeError() != null;
        // Those that were planned keep their severe errors, so that every centre has agents to flag.
        boolean planned = evaluation.inspection().severe();
        if (planned || !rng.chance(severe ? SEVERE_APPEALED : APPEALED) || evaluation.totalScore() == FULL_SCORE) {
            return;
        }
        LocalDateTime submittedAt = at(toldBy.plusDays(rng.between(1, LATEST_SUBMISSION)), rng);
        LocalDateTime decidedAt = at(submittedAt.toLocalDate().plusDays(rng.between(1, LATEST_DECISION)), rng);
        String reason = rng.oneOf(REASONS);
        if (rng.chance(0.06)) {
            reason += Remarks.withNumber(evaluation.inspection().customer(), rng);
        }
        Appeal appeal = new Appeal(evaluation.id().replace('E', 'P'), evaluation.id(), submittedAt, reason);
        agenda.on(
                submittedAt.toLocalDate(),
                () -> files.write(submittedAt.toLocalDate(), appeal.row("submitted", submittedAt)));
        Row decided = decision(appeal, evaluation, decidedAt, rng);
        if (decided != null) {
            agenda.on(decidedAt.toLocalDate(), () -> files.write(decidedAt.toLocalDate(), decided));
        }
    }

    /** The appeal's second version, or null where it stays open. */
    private static Row decision(Appeal appeal, Evaluation evaluation, LocalDateTime decidedAt, Rng rng) {
        double kind = rng.unit();
        if (kind < 0.10) {
            return null;
        }
        if (kind < 0.20) {
            return appeal.row("withdrawn", decidedAt);
        }
        if (kind < 0.62) {
            return appeal.row("rejected", decidedAt).set(Appeals.DECIDED_AT, decidedAt);
        }
        int lost = FULL_SCORE - evaluation.totalScore();
        int revised = evaluation.totalScore() + (int) (lost * rng.between(0.25, 0.9));
        List<String> removed = evaluation.errors().keySet().stream()
                .filter(code -> rng.chance(0.6))
                .toList();
        return appeal.row("accepted", decidedAt)
                .set(Appeals.DECIDED_AT, decidedAt)
                .setHundredths(Appeals.REVISED_SCORE, revised)
                .set(Appeals.REMOVED_ERRORS, String.join(";", removed));
    }

    private static LocalDateTime at(LocalDate day, Rng rng) {
        return day.atTime(9, 0).plusSeconds(rng.below(9 * 3600));
    }
}
