package org.zhijian.reports.sheet;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which scorecard an interaction is scored by: of those in force on its day the one for its channel, else one for its kind
 * of channel ({@code voice} for {@code voice_in} and {@code voice_out}, {@code online} for what is written), else one for
 * all channels. Of several alike it is the one whose number comes last, as {@code S-2026} comes after {@code S-2025}.
 */
final class ScorecardsInForce {
    private static final String ONLINE = "online";
    private static final Set<String> WRITTEN = Set.of("chat", "email", "social");

    private final List<ItemVersion> versions;

    ScorecardsInForce(List<ItemVersion> versions) {
        this.versions = List.copyOf(versions);
    }

    List<ItemVersion> versions() {
        return versions;
    }

    /**
     * The scorecard for a channel on a day.
     *
     * @param channel the channel, null where it is not known
     */
    Optional<String> scorecard(String channel, LocalDate day) {
        return versions.stream()
                .filter(version -> !day.isBefore(version.item().validFrom())
                        && day.isBefore(version.item().validTo()))
                .filter(version -> closeness(version.channel(), channel) > 0)
                .max(Comparator.<ItemVersion>comparingInt(version -> closeness(version.channel(), channel))
                        .thenComparing(version -> version.item().scorecardId()))
                .map(version -> version.item().scorecardId());
    }

    /** How well a scorecard's channel fits, 0 when it does not. */
    private static int closeness(String scorecards, String channel) {
        if (scorecards == null) {
            return 1;
        }
        if (scorecards.equals(channel)) {
            return 3;
        }
        boolean sameKind = channel != null
                && (channel.startsWith(scorecards + "_") || (scorecards.equals(ONLINE) && WRITTEN.contains(channel)));
        return sameKind ? 2 : 0;
    }
}
