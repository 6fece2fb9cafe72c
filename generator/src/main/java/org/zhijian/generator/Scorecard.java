package org.zhijian.generator;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.zhijian.schema.raw.Scorecards;

/** A scorecard: items whose points add up to 100 in either version. */
record Scorecard(String id, String channel, List<Item> items) {

    /**
     * An item.
     *
     * @param points maximum points of the first version
     * @param laterPoints maximum points of the second version
     * @param failing the probability that an average agent loses points in it
     * @param notApplicable the probability that it does not apply
     */
    record Item(
            String code,
            String name,
            String section,
            int points,
            int laterPoints,
            double failing,
            double notApplicable) {
        int points(Version version) {
            return version == Version.FIRST ? points : laterPoints;
        }
    }

    /** The section of what an agent has to know. */
    static final String BUSINESS = "业务能力";

    /** The first version holds from the centre's start, the second from a later month on. */
    enum Version {
        FIRST,
        SECOND
    }

    static final Scorecard VOICE = new Scorecard(
            "S-VOICE",
            "voice",
            List.of(
                    new Item("V01", "开头语规范", "服务规范", 5, 4, 0.07, 0),
                    new Item("V02", "身份核实", "合规要求", 8, 10, 0.07, 0.15),
                    new Item("V03", "服务态度", "服务规范", 12, 12, 0.10, 0),
                    new Item("V04", "语音语调", "服务规范", 8, 6, 0.08, 0),
                    new Item("V05", "倾听与沟通", "沟通技巧", 10, 10, 0.20, 0),
                    new Item("V06", "需求理解", "沟通技巧", 12, 12, 0.22, 0),
                    new Item("V07", "业务解答准确", BUSINESS, 18, 20, 0.60, 0),
                    new Item("V08", "处理流程规范", BUSINESS, 12, 12, 0.38, 0.05),
                    new Item("V09", "工单记录完整", BUSINESS, 10, 10, 0.30, 0.12),
                    new Item("V10", "结束语规范", "服务规范", 5, 4, 0.06, 0.02)));

    static final Scorecard ONLINE = new Scorecard(
            "S-ONLINE",
            "online",
            List.of(
                    new Item("O01", "首次响应及时", "服务规范", 10, 12, 0.12, 0),
                    new Item("O02", "礼貌用语", "服务规范", 8, 6, 0.06, 0),
                    new Item("O03", "需求理解", "沟通技巧", 14, 14, 0.20, 0),
                    new Item("O04", "解答准确", BUSINESS, 24, 24, 0.55, 0),
                    new Item("O05", "处理流程规范", BUSINESS, 14, 14, 0.32, 0.06),
                    new Item("O06", "文字表达规范", "沟通技巧", 8, 8, 0.10, 0),
                    new Item("O07", "会话记录完整", BUSINESS, 12, 12, 0.24, 0.08),
                    new Item("O08", "客户信息保护", "合规要求", 10, 10, 0.04, 0.1)));

    static final List<Scorecard> ALL = List.of(VOICE, ONLINE);

    void write(LocalDate day, Version version, EntityFiles files) throws IOException {
        for (Item item : items) {
            if (version == Version.FIRST || item.points() != item.laterPoints()) {
                files.write(
                        day,
                        Row.of(Scorecards.ENTITY)
                                .set(Scorecards.SCORECARD_ID, id)
                                .set(Scorecards.ITEM_CODE, item.code())
                                .set(Scorecards.ITEM_NAME, item.name())
                                .set(Scorecards.SECTION, item.section())
                                .set(Scorecards.MAX_POINTS, Integer.toString(item.points(version)))
                                .set(Scorecards.CHANNEL, channel)
                                .set(Scorecards.EFFECTIVE_FROM, day));
            }
        }
    }
}
