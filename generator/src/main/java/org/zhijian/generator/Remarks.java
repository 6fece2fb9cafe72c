package org.zhijian.generator;

import java.util.EnumMap;
import java.util.Map;

/** What agents note down and systems hear. Some remarks hold a customer's numbers, which the warehouse has to mask. */
final class Remarks {
    private static final double WITH_NUMBER = 0.10;

    private static final Map<BusinessType, String[]> NOTES = notes();
    private static final String[] COMPLAINT_KEYWORDS = {
        "投诉", "投诉;退款", "投诉;赔偿", "退款", "12315;投诉", "曝光", "律师;投诉", "消协", "差评;投诉", "投诉;经理"
    };
    private static final String[] OTHER_KEYWORDS = {"退款", "取消订单", "催单", "账号异常", "发票", "解绑"};

    static String about(BusinessType type, long customer, Rng rng) {
        String note = rng.oneOf(NOTES.get(type));
        return rng.chance(WITH_NUMBER) ? note + withNumber(customer, rng) : note;
    }

    /** The end of a remark that holds one of the customer's numbers. */
    static String withNumber(long customer, Rng rng) {
        return switch (rng.below(8)) {
            case 0 -> "，身份证号" + CustomerNumbers.identityCard(rng);
            case 1 -> "，退款至银行卡 " + CustomerNumbers.spelledBankCard(rng);
            case 2 -> "，请回电" + CustomerNumbers.spelledMobile(customer, rng) + "，下午方便";
            case 3 -> "，联系人手机：" + CustomerNumbers.spelledMobile(customer + 1, rng);
            default -> "，客户电话" + CustomerNumbers.spelledMobile(customer, rng);
        };
    }

    /** The keywords heard, or null. */
    static String keywords(BusinessType type, Rng rng) {
        if (type == BusinessType.COMPLAINT) {
            return rng.chance(0.45) ? rng.oneOf(COMPLAINT_KEYWORDS) : null;
        }
        return rng.chance(0.012) ? rng.oneOf(OTHER_KEYWORDS) : null;
    }

    private static Map<BusinessType, String[]> notes() {
        Map<BusinessType, String[]> notes = new EnumMap<>(BusinessType.class);
        notes.put(BusinessType.CONSULTATION, new String[] {
            "咨询订单物流进度，已告知预计明日送达",
            "咨询退货流程，已发送操作指引",
            "询问会员积分有效期，已解答",
            "咨询发票开具方式，客户表示清楚",
            "客户问如何修改收货地址，已协助修改",
            "咨询套餐资费，\"包年\"与\"包月\"的差别已说明",
            "询问活动规则，已按知识库答复",
            "咨询账户登录异常，指导重置密码后恢复"
        });
        notes.put(BusinessType.COMPLAINT, new String[] {
            "投诉商品与描述不符，要求退款，已升级工单",
            "投诉配送延误三天，情绪激动，已安抚并登记",
            "投诉前次客服答复有误，要求主管回电",
            "投诉重复扣费，已提交财务核查，48小时内回复",
            "投诉维修人员未按约上门，要求赔偿"
        });
        notes.put(
                BusinessType.REPORT,
                new String[] {"报障：设备无法联网，已派单", "反馈支付页面报错，已截图转技术", "报修洗衣机漏水，预约周六上门", "反馈优惠券无法使用，已登记"});
        notes.put(BusinessType.SUGGESTION, new String[] {"建议增加夜间配送时段", "建议优化退款进度查询页面", "建议客服电话缩短等待时间"});
        notes.put(BusinessType.PRAISE, new String[] {"表扬客服耐心细致，问题一次解决", "表扬维修师傅服务好，要求转达感谢"});
        notes.put(BusinessType.OTHER, new String[] {"客户误拨", "来电无声，按流程结束", "客户要求稍后回电", "回访：客户表示满意"});
        return notes;
    }

    private Remarks() {}
}
