package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row an inspector, one a pair of inspectors and one for all, over all calibration sessions (R12). */
public final class InspectorAgreement {
    public static final Column SCOPE = string("scope", "whom the row is about", "统计范围：单个质检员、两名质检员或全体")
            .required()
            .oneOf("inspector", "pair", "all");
    public static final Column INSPECTOR_ID =
            string("inspector_id", "the inspector, or the first of the pair; blank for all", "质检员工号（或两人中的第一人），全体时为空");
    public static final Column OTHER_INSPECTOR_ID = string("other_inspector_id", "the second of the pair", "两人中的第二人");
    public static final Column SESSIONS = bigint("sessions", "sessions with such interactions", "校准会议数")
            .required()
            .atLeast(1);
    public static final Column INTERACTIONS = bigint(
                    "interactions",
                    "interactions with a reference; of a pair, scored by both; of all, by at least two",
                    "有标准分的评分对象数；两人均评的；至少两人评的")
            .required()
            .atLeast(1);
    public static final Column LENIENCY = number(
            "leniency",
            "the inspector's mean signed deviation from the references, in percent of the maximum; above 0 is lenient",
            "质检员平均偏差（占满分 %），大于 0 为偏松");
    public static final Column COHEN_KAPPA = number(
                    "cohen_kappa", "Cohen's kappa of the pair's grades", "两人等级评定的 Cohen κ")
            .between(-1, 1);
    public static final Column WEIGHTED_KAPPA = number(
                    "weighted_kappa", "the same, grades further apart weighing more (linear)", "线性加权 Cohen κ")
            .between(-1, 1);
    public static final Column FLEISS_KAPPA = number(
                    "fleiss_kappa",
                    "Fleiss' kappa of all grades, each interaction weighing the same",
                    "全体等级评定的 Fleiss κ，各评分对象权重相同")
            .between(-1, 1);
    public static final Column GWET_AC1 = number(
                    "gwet_ac1",
                    "Gwet's AC1 of all grades, which does not fall where nearly all are of one grade",
                    "全体等级评定的 Gwet AC1，等级集中时仍稳定")
            .between(-1, 1);
    public static final Column ICC_AGREEMENT = number(
            "icc_agreement", "ICC(2,1) of the scores: single scores, absolute agreement", "得分的 ICC(2,1)，单次评分、绝对一致性");
    public static final Column ICC_CONSISTENCY = number(
            "icc_consistency",
            "ICC(3,1) of the scores: single scores, leniency set aside",
            "得分的 ICC(3,1)，单次评分、相对一致性（不计松紧差异）");
    public static final Column ICC_INSPECTORS = bigint(
                    "icc_inspectors",
                    "inspectors in the ICC: those whose common interactions leave the most degrees of freedom, (interactions − 1) × (inspectors − 1)",
                    "ICC 所含质检员数：取其共同评分的自由度（记录数 − 1）×（人数 − 1）最大的一组")
            .atLeast(0);
    public static final Column ICC_INTERACTIONS = bigint(
                    "icc_interactions", "interactions that all of these scored", "上述质检员均评的评分对象数")
            .atLeast(0);

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "inspector_agreement",
                    "One row an inspector, one a pair of inspectors and one for all, over all calibration sessions (R12).",
                    "历次校准会议合计：每个质检员一行、每两名质检员一行、全体一行（R12）。")
            .columns(
                    SCOPE,
                    INSPECTOR_ID,
                    OTHER_INSPECTOR_ID,
                    SESSIONS,
                    INTERACTIONS,
                    LENIENCY,
                    COHEN_KAPPA,
                    WEIGHTED_KAPPA,
                    FLEISS_KAPPA,
                    GWET_AC1,
                    ICC_AGREEMENT,
                    ICC_CONSISTENCY,
                    ICC_INSPECTORS,
                    ICC_INTERACTIONS)
            .key(SCOPE, INSPECTOR_ID, OTHER_INSPECTOR_ID)
            .build();

    private InspectorAgreement() {}
}
