package org.zhijian.schema.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.zhijian.schema.settings.DrawProfile;
import org.zhijian.schema.settings.Settings;

/**
 * The record that ends a night: the version of every table that belongs together, and what they were made from.
 *
 * @param number counts up from 1
 * @param businessDate the day the run closed
 * @param publishedAt when it was written
 * @param zone the centre's time zone
 * @param software the version of the suite that wrote it
 * @param settings every setting as it was, by key
 * @param landing the landing folder that was read
 * @param tables the Delta version by table path, such as {@code mart/tier_assignment}
 */
public record Publication(
        long number,
        LocalDate businessDate,
        Instant publishedAt,
        String zone,
        String software,
        Map<String, String> settings,
        String landing,
        Map<String, Long> tables) {

    /** Whether tables made with these settings would be the same; {@code written} is what {@link Settings#written} gives. */
    public boolean isMadeWith(Map<String, String> written) {
        return Settings.changedForTables(settings, written).isEmpty();
    }

    /**
     * Shares of the interactions by which a plan is drawn.
     *
     * @param newcomers percent of those of newcomers
     * @param others percent of everybody else's
     */
    public record Shares(String newcomers, String others) {}

    /** The shares by which its plan is drawn, where quotas do not decide how many are inspected. */
    public Optional<Shares> shares() {
        return DrawProfile.SHARES.toString().equals(settings.get(Settings.DRAW_PROFILE.key()))
                ? Optional.of(new Shares(
                        settings.get(Settings.DRAW_NEWCOMER_PERCENT.key()),
                        settings.get(Settings.DRAW_OTHERS_PERCENT.key())))
                : Optional.empty();
    }

    /** The centre's day on which it was written; a night that closes a day is often written on the next. */
    public LocalDate madeOn() {
        return publishedAt.atZone(ZoneId.of(zone)).toLocalDate();
    }
}
