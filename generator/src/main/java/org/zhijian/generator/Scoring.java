package org.zhijian.generator;

import java.time.LocalDateTime;

/** How an inspector scores: what the agent is like decides which items lose points, and lost points bring errors to light. */
final class Scoring {
    private static final double ONLY_TOTAL = 0.07;
    private static final double ERROR_NOTED = 0.7;
    private static final int HALF_POINT = 50;
    private static final int POINT = 100;
    private static final int FULL_SCORE = 100 * POINT;
    private static final int EXCELLENT_FROM = 98 * POINT;
    private static final String[] NOTES = {"录音 02:15 处", "见会话第 6 轮", "多次出现", "经复听确认", "客户二次追问后才说明", null, null, null};
    private static final String[] SEVERE_NOTES = {"情节严重，已上报班组长", "经班长复听确认，当日上报", "录音 01:40 处，已封存录音"};
    private static final String[] GOOD_COMMENTS = {"服务规范，表达清晰，继续保持", "解答准确，主动确认客户需求", "情绪安抚到位，可作为案例", "流程规范，无明显问题"};
    private static final String[] BAD_COMMENTS = {
        "业务解答不够完整，建议加强知识库学习", "倾听不足，存在打断客户的情况", "工单记录要素缺失，请注意补充", "流程环节遗漏，建议复训", "语气略显生硬，注意服务态度"
    };

    private final Centre centre;

    Scoring(Centre centre) {
        this.centre = centre;
    }

    /** An evaluation with its score, items, errors and comment. */
    Evaluation score(Inspection inspection, String id, LocalDateTime at, Rng rng) {
        Agent agent = inspection.agent();
        String team = agent.postOn(at.toLocalDate()).team().name();
        Inspector inspector = centre.qualityGroup().forTeam(team, rng);
        Evaluation evaluation = new Evaluation(inspection, id, inspector, at);
        if (inspection.severe() || rng.chance(agent.severeRisk())) {
            evaluation.severe(ErrorType.severe(rng), rng.oneOf(SEVERE_NOTES));
        }
        double quality = agent.skillOn(at.toLocalDate().toEpochDay()) + inspector.leniency() / 4 + 0.9 * rng.gaussian();
        scoreItems(evaluation, quality, rng);
        if (rng.chance(ONLY_TOTAL)) {
            evaluation.itemPoints().clear();
        }
        comment(evaluation, rng);
        return evaluation;
    }

    private void scoreItems(Evaluation evaluation, double quality, Rng rng) {
        Scorecard scorecard = evaluation.inspection().scorecard();
        Scorecard.Version version = centre.scorecardsOn(evaluation.day());
        double carelessness = StrictMath.exp(-0.42 * quality);
        boolean severe = evaluation.severeError() != null;
        int awarded = 0;
        int possible = 0;
        for (Scorecard.Item item : scorecard.items()) {
            if (rng.chance(item.notApplicable())) {
                evaluation.itemPoints().put(item.code(), null);
                continue;
            }
            int most = item.points(version) * POINT;
            int points = most;
            double harder = item.section().equals(Scorecard.BUSINESS) ? centre.unfamiliarity(evaluation.day()) : 1;
            double failing = severe ? 0.6 : Math.min(0.9, item.failing() * carelessness * harder * 0.85);
            if (rng.chance(failing)) {
                double share = severe ? rng.between(0.5, 1.0) : rng.between(0.15, 0.8);
                int lost = (int) (most * share) / HALF_POINT * HALF_POINT;
                points = most - Math.max(HALF_POINT, lost);
                if (rng.chance(ERROR_NOTED)) {
                    evaluation.errors().put(ErrorType.ofItem(item.code(), rng).code(), note(evaluation, rng));
                }
            }
            evaluation.itemPoints().put(item.code(), points);
            awarded += points;
            possible += most;
        }
        evaluation.score(Math.round((float) FULL_SCORE * awarded / possible));
    }

    private static String note(Evaluation evaluation, Rng rng) {
        if (rng.chance(0.01)) {
            return "记录有误" + Remarks.withNumber(evaluation.inspection().customer(), rng);
        }
        return rng.oneOf(NOTES);
    }

    private static void comment(Evaluation evaluation, Rng rng) {
        boolean good = evaluation.severeError() == null && evaluation.totalScore() >= 90 * POINT;
        if (good && evaluation.totalScore() >= EXCELLENT_FROM && rng.chance(0.2)) {
            evaluation.excellent();
        }
        if (rng.chance(0.7)) {
            String words = rng.oneOf(good ? GOOD_COMMENTS : BAD_COMMENTS);
            boolean numbers = evaluation.inspection().interactionId() != null && rng.chance(0.03);
            evaluation.comment(
                    numbers ? words + Remarks.withNumber(evaluation.inspection().customer(), rng) : words);
        }
    }
}
