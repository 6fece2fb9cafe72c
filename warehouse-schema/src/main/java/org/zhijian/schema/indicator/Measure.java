package org.zhijian.schema.indicator;

import java.util.Locale;

/** What indicators count and sum up; a measure of a longer period or a larger scope is the sum of its parts. */
public enum Measure {
    INTERACTIONS("interactions", "服务记录"),
    VOICE_IN("inbound calls", "呼入话务"),
    VOICE_IN_ANSWERED("inbound calls answered", "呼入接通"),
    VOICE_IN_IN_TIME("inbound calls answered in time", "呼入及时应答"),
    VOICE_IN_ABANDONED("inbound calls abandoned", "呼入放弃"),
    VOICE_IN_ANSWER_SECONDS("seconds to answer inbound calls", "呼入应答等待秒数"),
    VOICE_IN_WITH_ANSWER_TIME("inbound calls answered whose time of answer is known", "有应答时间的呼入接通"),
    ANSWERED("interactions answered", "已应答服务记录"),
    TALK_SECONDS("seconds of talk", "通话秒数"),
    WITH_TALK_SECONDS("interactions answered that have seconds of talk", "有通话秒数的已应答服务记录"),
    HOLD_SECONDS("seconds on hold", "保持秒数"),
    WITH_HOLD_SECONDS("interactions answered that have seconds on hold", "有保持秒数的已应答服务记录"),
    WRAP_SECONDS("seconds of after-contact work", "话后处理秒数"),
    WITH_WRAP_SECONDS("interactions answered that have seconds of after-contact work", "有话后秒数的已应答服务记录"),
    HANDLE_SECONDS("seconds of talk, hold and after-contact work", "通话、保持与话后秒数"),
    TRANSFERRED("interactions answered and transferred", "已转接"),
    SAYING_TRANSFERRED("interactions answered that say whether they were transferred", "有转接标识的已应答服务记录"),
    RESOLVED("interactions resolved at the first contact", "一次解决"),
    SAYING_RESOLVED("interactions that say whether they were resolved", "有一次解决标识的服务记录"),
    RATING_SUM("sum of ratings", "满意度评分之和"),
    RATINGS("ratings", "满意度评价数"),
    TOP_RATINGS("ratings of 4 or 5", "4–5 分评价数"),
    COMPLAINTS("complaints answered", "已应答投诉"),
    ONLINE("chats, e-mails and social messages", "线上服务记录"),
    RESPONSE_SECONDS("seconds to the first response online", "线上首次响应秒数"),
    WITH_RESPONSE_TIME("answered online with a time of answer", "有应答时间的线上已应答"),
    RESOLUTION_SECONDS("seconds to the end online", "线上处理完成秒数"),
    WITH_END_TIME("answered online with a time of end", "有结束时间的线上已应答"),
    STATES("agent states", "座席状态"),
    WORKING_SECONDS("seconds busy and in after-contact work", "忙碌与话后秒数"),
    AVAILABLE_SECONDS("seconds ready, busy and in after-contact work", "就绪、忙碌与话后秒数"),
    STAFFED_SECONDS("seconds in any state", "全部状态秒数"),
    EVALUATIONS("published evaluations", "已发布质检"),
    SCORED("agent-QA evaluations with a score", "有得分的客服代表质检"),
    SCORE_SUM("sum of their scores", "得分之和"),
    PASSED("agent-QA evaluations of grade pass or better", "合格及以上的客服代表质检"),
    WITH_SEVERE_ERROR("evaluations with a severe error that stands", "有严重差错的质检"),
    WITHOUT_SEVERE_ERROR("evaluations without one", "无严重差错的质检"),
    COMPLIANT("evaluations without an error of the compliance categories that stands", "无合规类差错的质检"),
    APPEALED("evaluations appealed", "被申诉的质检"),
    APPEALS_ACCEPTED("appeals accepted", "申诉成立"),
    APPEALS_DECIDED("appeals accepted or rejected", "已裁定申诉"),
    FED_BACK("evaluations with a time of feedback", "已反馈的质检"),
    FED_BACK_IN_TIME("evaluations fed back in time", "及时反馈的质检"),
    INSPECTIONS("evaluations and planned interactions", "质检与计划"),
    PLANNED("planned interactions", "计划质检服务记录"),
    PLANNED_EVALUATED("planned interactions that were evaluated", "计划中已质检的服务记录"),
    RECHECKS("re-checks", "复检"),
    RECHECKS_JUDGED("re-checks with a result", "有结果的复检"),
    RECHECKS_PASSED("re-checks passed", "复检通过"),
    CALIBRATED("calibrated scores, those compared with a reference", "与标准分比较的校准评分"),
    CALIBRATION_DEVIATION("sum of their absolute deviations, in percent of the maximum", "绝对偏差之和（占满分 %）"),
    EXAMS("exams", "考试"),
    EXAMS_PASSED("exams passed", "考试合格"),
    COMPOSITE_PARTS("facts behind the composite", "综合得分所依据的记录"),
    WEIGHTED_POINTS("sum of weight times points of the weighted indicators that have a value", "有值指标的权重×得分之和"),
    WEIGHTS("sum of their weights", "有值指标的权重之和");

    private final String meaning;
    private final String meaningZh;

    Measure(String meaning, String meaningZh) {
        this.meaning = meaning;
        this.meaningZh = meaningZh;
    }

    /** The name of the column that holds it while indicators are computed. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String meaning() {
        return meaning;
    }

    public String meaningZh() {
        return meaningZh;
    }
}
