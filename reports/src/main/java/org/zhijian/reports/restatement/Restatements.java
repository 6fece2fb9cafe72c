package org.zhijian.reports.restatement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.settings.Settings;

/**
 * Which scores, tiers, quotas, tier changes and competency flags a publication changed for periods that the one before it had
 * published (R11). Between a night that published B for an agent's October and one that publishes A, with the agent's
 * appeal accepted in between: one restatement, B → A, because of that appeal.
 */
public final class Restatements {
    private static final Comparator<Restatement> ORDER = Comparator.<Restatement, String>comparing(
                    restatement -> restatement.table().name())
            .thenComparing(Restatement::period)
            .thenComparing(Restatement::agentId)
            .thenComparing(Restatement::item, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final PublishedWarehouse warehouse;
    private final Map<RestatedMart, Version> read = new HashMap<>();

    private Restatements(PublishedWarehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * The restatements of the publications up to this one, publication by publication.
     *
     * @param since only those made on that day or later; null for all
     * @throws org.zhijian.schema.text.UserError when a version of a table is no longer kept
     */
    public static List<Restatement> of(PublishedWarehouse warehouse, LocalDate since) {
        return new Restatements(warehouse).since(since);
    }

    /**
     * The restatements of all that came after an earlier publication, taken together: what it had published beside what
     * this one says. What was changed and changed back is none.
     *
     * @throws org.zhijian.schema.text.UserError when a version of a table is no longer kept
     */
    public static List<Restatement> sincePublication(PublishedWarehouse warehouse, Publication earlier) {
        return new Restatements(warehouse).between(earlier, warehouse.publication());
    }

    private List<Restatement> since(LocalDate since) {
        List<Publication> history = warehouse.history();
        List<Restatement> all = new ArrayList<>();
        for (int i = 1; i < history.size(); i++) {
            if (since == null || !history.get(i).madeOn().isBefore(since)) {
                all.addAll(between(history.get(i - 1), history.get(i)));
            }
        }
        return all;
    }

    /** The rows of a version of a mart. */
    private record Version(Long number, List<Row> rows) {}

    /** A row that differs, null where there is none. */
    private record Difference(RestatedMart mart, Row before, Row after) {
        Row either() {
            return after == null ? before : after;
        }
    }

    private List<Restatement> between(Publication earlier, Publication later) {
        List<Difference> differences = new ArrayList<>();
        for (RestatedMart mart : RestatedMart.ALL) {
            if (!Objects.equals(version(mart, earlier), version(mart, later))) {
                differences.addAll(differences(mart, earlier, later));
            }
        }
        if (differences.isEmpty()) {
            return List.of();
        }
        Decisions decisions =
                Decisions.between(warehouse.numbered(earlier.number()), warehouse.numbered(later.number()));
        List<String> settings = Settings.changedForTables(earlier.settings(), later.settings());
        String software = earlier.software().equals(later.software()) ? null : later.software();
        return differences.stream()
                .map(difference -> restatement(later, difference, decisions, settings, software))
                .sorted(ORDER)
                .toList();
    }

    private List<Difference> differences(RestatedMart mart, Publication earlier, Publication later) {
        Map<List<Object>, Row> before = byKey(mart, rows(mart, earlier));
        Map<List<Object>, Row> after = byKey(mart, rows(mart, later));
        // A mart that the earlier software did not have yet had published nothing.
        if (before.isEmpty() && !earlier.software().equals(later.software())) {
            return List.of();
        }
        LocalDate closed = earlier.businessDate();
        Set<LocalDate> periods = before.values().stream().map(mart::period).collect(Collectors.toSet());
        List<Difference> differences = new ArrayList<>();
        Set<List<Object>> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (List<Object> key : keys) {
            Row old = before.get(key);
            Row now = after.get(key);
            boolean restated = old == null
                    ? mart.hadBeenPublished(periods, now, closed)
                    : now == null || (mart.differs(old, now) && mart.isRestated(old, now, closed));
            if (restated) {
                differences.add(new Difference(mart, old, now));
            }
        }
        return differences;
    }

    private static Restatement restatement(
            Publication later, Difference difference, Decisions decisions, List<String> settings, String software) {
        RestatedMart mart = difference.mart();
        Row row = difference.either();
        String agentId = mart.agentId(row);
        Cause cause = new Cause(
                decisions.of(agentId, mart.ownMonths(row)),
                decisions.ofOthers(agentId, mart.comparedMonths(row)),
                settings,
                software);
        return new Restatement(
                later,
                mart.table(),
                mart.period(row),
                agentId,
                mart.item(row),
                difference.before() == null ? null : mart.text(difference.before()),
                difference.after() == null ? null : mart.text(difference.after()),
                cause);
    }

    private static Map<List<Object>, Row> byKey(RestatedMart mart, List<Row> rows) {
        Map<List<Object>, Row> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.put(mart.key(row), row));
        return byKey;
    }

    /** The rows of the mart in that publication; those read last are at hand for the next comparison. */
    private List<Row> rows(RestatedMart mart, Publication publication) {
        Long number = version(mart, publication);
        Version last = read.get(mart);
        if (last == null || !Objects.equals(last.number(), number)) {
            last = new Version(number, mart.rows(warehouse.numbered(publication.number())));
            read.put(mart, last);
        }
        return last.rows();
    }

    private static Long version(RestatedMart mart, Publication publication) {
        return publication.tables().get(mart.table().path());
    }
}
