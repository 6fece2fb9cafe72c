package org.zhijian.generator;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.zhijian.schema.Column;
import org.zhijian.schema.raw.Interactions;

/** Writes interactions field by field, for there are millions. */
final class InteractionRows {
    /** The order in which {@link #write} writes. */
    private static final List<Column> ORDER = List.of(
            Interactions.INTERACTION_ID,
            Interactions.CHANNEL,
            Interactions.QUEUE,
            Interactions.SKILL_GROUP,
            Interactions.BUSINESS_TYPE,
            Interactions.CUSTOMER_REF,
            Interactions.AGENT_ID,
            Interactions.HANDLED_BY,
            Interactions.STARTED_AT,
            Interactions.ANSWERED_AT,
            Interactions.ENDED_AT,
            Interactions.TALK_SECONDS,
            Interactions.HOLD_SECONDS,
            Interactions.WRAP_SECONDS,
            Interactions.OUTCOME,
            Interactions.TRANSFERRED,
            Interactions.FIRST_CONTACT_RESOLVED,
            Interactions.CSAT,
            Interactions.KEYWORDS,
            Interactions.EMOTION,
            Interactions.RECORDING_REF,
            Interactions.REMARK);

    private static final int MOBILE_DIGITS = 11;
    private static final byte[] HUMAN = CsvFile.encoded("human");
    private static final byte[] BOT = CsvFile.encoded("bot");
    private static final byte[] TRUE = CsvFile.encoded("true");
    private static final byte[] FALSE = CsvFile.encoded("false");
    private static final byte[] NORMAL = CsvFile.encoded("normal");
    private static final byte[] ABNORMAL = CsvFile.encoded("abnormal");
    private static final byte[] WAV = CsvFile.encoded(".wav");
    private static final Map<Channel, byte[]> CHANNELS = bytes(Channel.class, Channel::code);
    private static final Map<SkillGroup, byte[]> GROUPS = bytes(SkillGroup.class, SkillGroup::label);
    private static final Map<SkillGroup, byte[]> QUEUES = bytes(SkillGroup.class, SkillGroup::queue);
    private static final Map<BusinessType, byte[]> BUSINESS = bytes(BusinessType.class, BusinessType::code);
    private static final Map<Outcome, byte[]> OUTCOMES = bytes(Outcome.class, Outcome::code);

    static {
        if (!ORDER.equals(Interactions.ENTITY.columns())) {
            throw new IllegalStateException("The columns of interactions are declared in another order than written");
        }
    }

    static void write(Interaction it, CsvFile file) throws IOException {
        DayText day = it.day;
        file.bytes(day.idPrefixBytes()).moreDigits(it.number, DayText.NUMBER_DIGITS);
        file.bytes(CHANNELS.get(it.channel));
        file.bytes(QUEUES.get(it.group)).bytes(GROUPS.get(it.group));
        file.bytes(BUSINESS.get(it.businessType));
        file.empty().moreDigits(CustomerNumbers.mobile(it.customer), MOBILE_DIGITS);
        bytes(file, it.agent == null ? null : it.agent.idBytes());
        bytes(file, handledBy(it));
        time(file, day, it.started);
        time(file, day, it.answered);
        time(file, day, it.ended);
        number(file, it.talk);
        number(file, it.hold);
        number(file, it.wrap);
        file.bytes(OUTCOMES.get(it.outcome));
        yesOrNo(file, it.transferred, TRUE, FALSE);
        yesOrNo(file, it.resolved, TRUE, FALSE);
        number(file, it.csat);
        file.text(it.keywords);
        yesOrNo(file, it.abnormalEmotion, ABNORMAL, NORMAL);
        if (it.recorded) {
            file.bytes(day.recordingPrefix())
                    .moreDigits(it.number, DayText.NUMBER_DIGITS)
                    .more(WAV);
        } else {
            file.empty();
        }
        file.text(it.remark);
        file.endRow();
    }

    private static byte[] handledBy(Interaction it) {
        if (it.bot) {
            return BOT;
        }
        return it.agent == null ? null : HUMAN;
    }

    private static void bytes(CsvFile file, byte[] value) throws IOException {
        if (value == null) {
            file.empty();
        } else {
            file.bytes(value);
        }
    }

    private static void number(CsvFile file, int value) throws IOException {
        if (value == Interaction.BLANK) {
            file.empty();
        } else {
            file.number(value);
        }
    }

    private static void time(CsvFile file, DayText day, int second) throws IOException {
        if (second == Interaction.BLANK) {
            file.empty();
        } else {
            file.bytes(day.datePrefix()).moreTime(second).more(day.offset());
        }
    }

    private static void yesOrNo(CsvFile file, int value, byte[] yes, byte[] no) throws IOException {
        bytes(file, value == Interaction.BLANK ? null : value == 1 ? yes : no);
    }

    private static <K extends Enum<K>> Map<K, byte[]> bytes(Class<K> type, Function<K, String> text) {
        Map<K, byte[]> all = new EnumMap<>(type);
        Arrays.stream(type.getEnumConstants()).forEach(value -> all.put(value, CsvFile.encoded(text.apply(value))));
        return all;
    }

    private InteractionRows() {}
}
