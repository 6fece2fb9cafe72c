package org.zhijian.reports.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Rows;
import org.zhijian.reports.read.Selection;
import org.zhijian.schema.star.DimBusinessType;
import org.zhijian.schema.star.DimChannel;
import org.zhijian.schema.star.FactInteraction;

/** When the interactions that were inspected began, on which channel, about what, and where their recordings are. */
final class InspectedInteractions {
    /** An inspection follows its interaction within weeks; further back is not searched. */
    private static final int MONTHS_SEARCHED = 13;

    private final Map<String, Interaction> byId;

    private InspectedInteractions(Map<String, Interaction> byId) {
        this.byId = byId;
    }

    /**
     * An interaction.
     *
     * @param startedAt when it began
     * @param channel the channel's code, or null while unknown
     * @param businessType the business type's code, or null while unknown
     * @param recordingRef the reference of the recording, or null
     */
    record Interaction(Instant startedAt, String channel, String businessType, String recordingRef) {}

    /** Those of these numbers, searched from the month of that day backwards until all are found. */
    static InspectedInteractions of(ReportSource source, Collection<String> ids, LocalDate lastDay) {
        Set<String> wanted = new HashSet<>(ids);
        wanted.removeIf(Objects::isNull);
        Map<String, Interaction> byId = new HashMap<>();
        if (!source.warehouse().holds(FactInteraction.TABLE)) {
            return new InspectedInteractions(byId);
        }
        Map<Long, String> channels = new HashMap<>();
        source.rows(DimChannel.TABLE)
                .forEach(row -> channels.put(row.bigint(DimChannel.CHANNEL_KEY), row.string(DimChannel.CHANNEL)));
        Map<Long, String> types = new HashMap<>();
        source.rows(DimBusinessType.TABLE)
                .forEach(row -> types.put(
                        row.bigint(DimBusinessType.BUSINESS_TYPE_KEY), row.string(DimBusinessType.BUSINESS_TYPE)));
        channels.remove(0L);
        types.remove(0L);
        LocalDate month = lastDay.withDayOfMonth(1);
        for (int i = 0; i < MONTHS_SEARCHED && byId.size() < wanted.size(); i++) {
            read(source, month.minusMonths(i), wanted, channels, types, byId);
        }
        return new InspectedInteractions(byId);
    }

    /** The interaction, if it has come. */
    Optional<Interaction> of(String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(byId.get(id));
    }

    private static void read(
            ReportSource source,
            LocalDate month,
            Set<String> wanted,
            Map<Long, String> channels,
            Map<Long, String> types,
            Map<String, Interaction> byId) {
        Selection selection = Selection.of(FactInteraction.TABLE)
                .columns(
                        FactInteraction.INTERACTION_ID,
                        FactInteraction.STARTED_AT,
                        FactInteraction.CHANNEL_KEY,
                        FactInteraction.BUSINESS_TYPE_KEY,
                        FactInteraction.RECORDING_REF)
                .where(Condition.equal(FactInteraction.MONTH, month));
        try (Rows rows = source.warehouse().rows(selection)) {
            while (rows.hasNext()) {
                Row row = rows.next();
                String id = row.string(FactInteraction.INTERACTION_ID);
                if (wanted.contains(id)) {
                    byId.put(
                            id,
                            new Interaction(
                                    row.timestamp(FactInteraction.STARTED_AT),
                                    channels.get(row.bigint(FactInteraction.CHANNEL_KEY)),
                                    types.get(row.bigint(FactInteraction.BUSINESS_TYPE_KEY)),
                                    row.string(FactInteraction.RECORDING_REF)));
                }
            }
        }
    }
}
