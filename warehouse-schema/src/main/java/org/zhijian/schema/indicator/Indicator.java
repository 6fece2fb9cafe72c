package org.zhijian.schema.indicator;

import static org.zhijian.schema.indicator.Direction.AT_LEAST;
import static org.zhijian.schema.indicator.Direction.AT_MOST;
import static org.zhijian.schema.indicator.Measure.ANSWERED;
import static org.zhijian.schema.indicator.Measure.APPEALED;
import static org.zhijian.schema.indicator.Measure.APPEALS_ACCEPTED;
import static org.zhijian.schema.indicator.Measure.APPEALS_DECIDED;
import static org.zhijian.schema.indicator.Measure.AVAILABLE_SECONDS;
import static org.zhijian.schema.indicator.Measure.CALIBRATED;
import static org.zhijian.schema.indicator.Measure.CALIBRATION_DEVIATION;
import static org.zhijian.schema.indicator.Measure.COMPLAINTS;
import static org.zhijian.schema.indicator.Measure.COMPLIANT;
import static org.zhijian.schema.indicator.Measure.COMPOSITE_PARTS;
import static org.zhijian.schema.indicator.Measure.EVALUATIONS;
import static org.zhijian.schema.indicator.Measure.EXAMS;
import static org.zhijian.schema.indicator.Measure.EXAMS_PASSED;
import static org.zhijian.schema.indicator.Measure.FED_BACK;
import static org.zhijian.schema.indicator.Measure.FED_BACK_IN_TIME;
import static org.zhijian.schema.indicator.Measure.HANDLE_SECONDS;
import static org.zhijian.schema.indicator.Measure.HOLD_SECONDS;
import static org.zhijian.schema.indicator.Measure.INSPECTIONS;
import static org.zhijian.schema.indicator.Measure.INTERACTIONS;
import static org.zhijian.schema.indicator.Measure.ONLINE;
import static org.zhijian.schema.indicator.Measure.PASSED;
import static org.zhijian.schema.indicator.Measure.PLANNED;
import static org.zhijian.schema.indicator.Measure.PLANNED_EVALUATED;
import static org.zhijian.schema.indicator.Measure.RATINGS;
import static org.zhijian.schema.indicator.Measure.RATING_SUM;
import static org.zhijian.schema.indicator.Measure.RECHECKS;
import static org.zhijian.schema.indicator.Measure.RECHECKS_JUDGED;
import static org.zhijian.schema.indicator.Measure.RECHECKS_PASSED;
import static org.zhijian.schema.indicator.Measure.RESOLUTION_SECONDS;
import static org.zhijian.schema.indicator.Measure.RESOLVED;
import static org.zhijian.schema.indicator.Measure.RESPONSE_SECONDS;
import static org.zhijian.schema.indicator.Measure.SAYING_RESOLVED;
import static org.zhijian.schema.indicator.Measure.SAYING_TRANSFERRED;
import static org.zhijian.schema.indicator.Measure.SCORED;
import static org.zhijian.schema.indicator.Measure.SCORE_SUM;
import static org.zhijian.schema.indicator.Measure.STAFFED_SECONDS;
import static org.zhijian.schema.indicator.Measure.STATES;
import static org.zhijian.schema.indicator.Measure.TALK_SECONDS;
import static org.zhijian.schema.indicator.Measure.TOP_RATINGS;
import static org.zhijian.schema.indicator.Measure.TRANSFERRED;
import static org.zhijian.schema.indicator.Measure.VOICE_IN;
import static org.zhijian.schema.indicator.Measure.VOICE_IN_ABANDONED;
import static org.zhijian.schema.indicator.Measure.VOICE_IN_ANSWERED;
import static org.zhijian.schema.indicator.Measure.VOICE_IN_ANSWER_SECONDS;
import static org.zhijian.schema.indicator.Measure.VOICE_IN_IN_TIME;
import static org.zhijian.schema.indicator.Measure.VOICE_IN_WITH_ANSWER_TIME;
import static org.zhijian.schema.indicator.Measure.WEIGHTED_POINTS;
import static org.zhijian.schema.indicator.Measure.WEIGHTS;
import static org.zhijian.schema.indicator.Measure.WITHOUT_SEVERE_ERROR;
import static org.zhijian.schema.indicator.Measure.WITH_END_TIME;
import static org.zhijian.schema.indicator.Measure.WITH_HOLD_SECONDS;
import static org.zhijian.schema.indicator.Measure.WITH_RESPONSE_TIME;
import static org.zhijian.schema.indicator.Measure.WITH_SEVERE_ERROR;
import static org.zhijian.schema.indicator.Measure.WITH_TALK_SECONDS;
import static org.zhijian.schema.indicator.Measure.WITH_WRAP_SECONDS;
import static org.zhijian.schema.indicator.Measure.WORKING_SECONDS;
import static org.zhijian.schema.indicator.Measure.WRAP_SECONDS;
import static org.zhijian.schema.indicator.Unit.PERCENT;
import static org.zhijian.schema.indicator.Unit.POINTS;
import static org.zhijian.schema.indicator.Unit.RATE;
import static org.zhijian.schema.indicator.Unit.RATING;
import static org.zhijian.schema.indicator.Unit.SECONDS;

import java.util.List;

/**
 * An assessment indicator (R10): its value is numerator ÷ denominator.
 *
 * @param name the name in the mart and in settings
 * @param nameZh the name in Chinese
 * @param unit what the value is measured in
 * @param direction on which side of a target it is good
 * @param base what a period and scope must have for the indicator to be stated, be it without a value
 * @param numerator what is divided
 * @param denominator by what
 */
public record Indicator(
        String name,
        String nameZh,
        Unit unit,
        Direction direction,
        Measure base,
        Measure numerator,
        Measure denominator) {

    /** Every indicator, in the order of the indicator sheet. */
    public static final List<Indicator> ALL = List.of(
            of("connection_rate", "接通率", RATE, AT_LEAST, VOICE_IN, VOICE_IN_ANSWERED, VOICE_IN),
            of("service_level", "服务水平", RATE, AT_LEAST, VOICE_IN, VOICE_IN_IN_TIME, VOICE_IN),
            of("abandonment_rate", "放弃率", RATE, AT_MOST, VOICE_IN, VOICE_IN_ABANDONED, VOICE_IN),
            of(
                    "average_speed_of_answer",
                    "平均应答速度",
                    SECONDS,
                    AT_MOST,
                    VOICE_IN,
                    VOICE_IN_ANSWER_SECONDS,
                    VOICE_IN_WITH_ANSWER_TIME),
            of("average_talk_time", "平均通话时长", SECONDS, AT_MOST, INTERACTIONS, TALK_SECONDS, WITH_TALK_SECONDS),
            of("average_hold_time", "平均保持时长", SECONDS, AT_MOST, INTERACTIONS, HOLD_SECONDS, WITH_HOLD_SECONDS),
            of("average_wrap_time", "平均话后时长", SECONDS, AT_MOST, INTERACTIONS, WRAP_SECONDS, WITH_WRAP_SECONDS),
            of("average_handle_time", "平均处理时长", SECONDS, AT_MOST, INTERACTIONS, HANDLE_SECONDS, WITH_TALK_SECONDS),
            of("transfer_rate", "转接率", RATE, AT_MOST, INTERACTIONS, TRANSFERRED, SAYING_TRANSFERRED),
            of("first_contact_resolution", "一次解决率", RATE, AT_LEAST, INTERACTIONS, RESOLVED, SAYING_RESOLVED),
            of("csat_mean", "满意度均分", RATING, AT_LEAST, INTERACTIONS, RATING_SUM, RATINGS),
            of("csat_top2", "满意率", RATE, AT_LEAST, INTERACTIONS, TOP_RATINGS, RATINGS),
            of("csat_response_rate", "参评率", RATE, AT_LEAST, INTERACTIONS, RATINGS, ANSWERED),
            of("complaint_rate", "投诉率", RATE, AT_MOST, INTERACTIONS, COMPLAINTS, ANSWERED),
            of("occupancy", "工时占用率", RATE, AT_LEAST, STATES, WORKING_SECONDS, AVAILABLE_SECONDS),
            of("utilisation", "工时利用率", RATE, AT_LEAST, STATES, WORKING_SECONDS, STAFFED_SECONDS),
            of("first_response_time", "首次响应时长", SECONDS, AT_MOST, ONLINE, RESPONSE_SECONDS, WITH_RESPONSE_TIME),
            of("resolution_time", "处理完成时长", SECONDS, AT_MOST, ONLINE, RESOLUTION_SECONDS, WITH_END_TIME),
            of("qa_mean", "质检均分", POINTS, AT_LEAST, EVALUATIONS, SCORE_SUM, SCORED),
            of("qa_pass_rate", "质检合格率", RATE, AT_LEAST, EVALUATIONS, PASSED, SCORED),
            of("severe_error_rate", "严重差错率", RATE, AT_MOST, EVALUATIONS, WITH_SEVERE_ERROR, EVALUATIONS),
            of("critical_error_accuracy", "关键差错准确率", RATE, AT_LEAST, EVALUATIONS, WITHOUT_SEVERE_ERROR, EVALUATIONS),
            of("compliance_rate", "合规率", RATE, AT_LEAST, EVALUATIONS, COMPLIANT, EVALUATIONS),
            of("plan_completion", "质检计划完成率", RATE, AT_LEAST, INSPECTIONS, PLANNED_EVALUATED, PLANNED),
            of("appeal_rate", "申诉率", RATE, AT_MOST, EVALUATIONS, APPEALED, EVALUATIONS),
            of("overturn_rate", "申诉成立率", RATE, AT_MOST, EVALUATIONS, APPEALS_ACCEPTED, APPEALS_DECIDED),
            of("feedback_in_time", "反馈及时率", RATE, AT_LEAST, EVALUATIONS, FED_BACK_IN_TIME, FED_BACK),
            of("recheck_pass_rate", "复检通过率", RATE, AT_LEAST, RECHECKS, RECHECKS_PASSED, RECHECKS_JUDGED),
            of("calibration_deviation", "校准偏差", PERCENT, AT_MOST, CALIBRATED, CALIBRATION_DEVIATION, CALIBRATED),
            of("exam_pass_rate", "考试合格率", RATE, AT_LEAST, EXAMS, EXAMS_PASSED, EXAMS),
            of("composite", "绩效综合得分", POINTS, AT_LEAST, COMPOSITE_PARTS, WEIGHTED_POINTS, WEIGHTS));

    /** The names of all, in their order. */
    public static List<String> names() {
        return ALL.stream().map(Indicator::name).toList();
    }

    private static Indicator of(
            String name,
            String nameZh,
            Unit unit,
            Direction direction,
            Measure base,
            Measure numerator,
            Measure denominator) {
        return new Indicator(name, nameZh, unit, direction, base, numerator, denominator);
    }
}
