package org.zhijian.generator;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhijian.schema.raw.ErrorTypes;

/**
 * An error type. General ones are found where points were lost in their item, severe ones by themselves.
 *
 * @param item the item it belongs to; of a severe one, blank for both scorecards
 */
record ErrorType(String code, String name, String severity, String category, String item, String rootCause) {
    private static final String SEVERE = "severe";
    private static final String GENERAL = "general";
    private static final String SERVICE = "service";
    private static final String BUSINESS = "business";
    private static final String PROCESS = "process";
    private static final String COMPLIANCE = "compliance";

    static final List<ErrorType> SEVERE_ONES = List.of(
            new ErrorType("E901", "服务态度恶劣或辱骂客户", SEVERE, SERVICE, "", "态度意识"),
            new ErrorType("E902", "泄露客户信息", SEVERE, COMPLIANCE, "", "合规意识"),
            new ErrorType("E903", "无故挂断或结束会话", SEVERE, SERVICE, "", "态度意识"),
            new ErrorType("E904", "违规承诺", SEVERE, COMPLIANCE, "", "合规意识"),
            new ErrorType("E905", "答复错误造成客户损失", SEVERE, BUSINESS, "", "业务知识不足"),
            new ErrorType("E906", "虚假记录", SEVERE, COMPLIANCE, "", "态度意识"));

    private static final List<ErrorType> GENERAL_ONES = List.of(
            new ErrorType("E101", "未按规范使用开头语", GENERAL, SERVICE, "V01", "执行疏忽"),
            new ErrorType("E102", "身份核实步骤缺失", GENERAL, COMPLIANCE, "V02", "流程不熟"),
            new ErrorType("E103", "语气生硬、不耐烦", GENERAL, SERVICE, "V03", "态度意识"),
            new ErrorType("E104", "语速过快", GENERAL, SERVICE, "V04", "执行疏忽"),
            new ErrorType("E105", "打断客户", GENERAL, SERVICE, "V05", "沟通技巧不足"),
            new ErrorType("E106", "重复询问", GENERAL, SERVICE, "V05", "沟通技巧不足"),
            new ErrorType("E107", "未理解客户诉求", GENERAL, BUSINESS, "V06", "沟通技巧不足"),
            new ErrorType("E108", "解答不完整", GENERAL, BUSINESS, "V07", "业务知识不足"),
            new ErrorType("E109", "解答错误", GENERAL, BUSINESS, "V07", "业务知识不足"),
            new ErrorType("E110", "未按流程处理", GENERAL, PROCESS, "V08", "流程不熟"),
            new ErrorType("E111", "工单要素缺失", GENERAL, PROCESS, "V09", "执行疏忽"),
            new ErrorType("E112", "工单归类错误", GENERAL, PROCESS, "V09", "流程不熟"),
            new ErrorType("E113", "未按规范使用结束语", GENERAL, SERVICE, "V10", "执行疏忽"),
            new ErrorType("E201", "首次响应超时", GENERAL, SERVICE, "O01", "系统与排班"),
            new ErrorType("E202", "未使用礼貌用语", GENERAL, SERVICE, "O02", "态度意识"),
            new ErrorType("E203", "答非所问", GENERAL, BUSINESS, "O03", "沟通技巧不足"),
            new ErrorType("E204", "线上解答不完整", GENERAL, BUSINESS, "O04", "业务知识不足"),
            new ErrorType("E205", "线上流程处理不当", GENERAL, PROCESS, "O05", "流程不熟"),
            new ErrorType("E206", "错别字或表达不清", GENERAL, SERVICE, "O06", "执行疏忽"),
            new ErrorType("E207", "会话小结缺失", GENERAL, PROCESS, "O07", "执行疏忽"),
            new ErrorType("E208", "未提示信息安全", GENERAL, COMPLIANCE, "O08", "合规意识"));

    private static final Map<String, List<ErrorType>> BY_ITEM =
            GENERAL_ONES.stream().collect(Collectors.groupingBy(ErrorType::item));

    /** One of the item's types; the first one is the most frequent. */
    static ErrorType ofItem(String itemCode, Rng rng) {
        List<ErrorType> types = BY_ITEM.get(itemCode);
        return rng.chance(0.7) ? types.get(0) : types.get(types.size() - 1);
    }

    /** One of the severe types; the first one is the most frequent. */
    static ErrorType severe(Rng rng) {
        return SEVERE_ONES.get(Math.max(0, rng.below(SEVERE_ONES.size() + 2) - 2));
    }

    static void writeAll(LocalDate day, EntityFiles files) throws IOException {
        for (List<ErrorType> types : List.of(SEVERE_ONES, GENERAL_ONES)) {
            for (ErrorType type : types) {
                files.write(
                        day,
                        Row.of(ErrorTypes.ENTITY)
                                .set(ErrorTypes.ERROR_CODE, type.code())
                                .set(ErrorTypes.NAME, type.name())
                                .set(ErrorTypes.SEVERITY, type.severity())
                                .set(ErrorTypes.CATEGORY, type.category())
                                .set(ErrorTypes.ITEM_CODE, type.item())
                                .set(ErrorTypes.ROOT_CAUSE, type.rootCause()));
            }
        }
    }
}
