package org.zhijian.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhijian.schema.Table;
import org.zhijian.schema.publication.Publication;

/** How fresh the tables of a publication are: the business day whose run last changed each. */
final class Freshness {
    private final Map<String, Long> versions;
    private final Map<String, String> changedOn = new HashMap<>();

    private Freshness(Publication publication) {
        versions = publication.tables();
    }

    /** What the publications up to the last of these say; they are ordered, the oldest first. */
    static Freshness of(List<Publication> publications) {
        Freshness freshness = new Freshness(publications.get(publications.size() - 1));
        Map<String, Long> before = new HashMap<>();
        for (Publication publication : publications) {
            boolean followsRemoved = before.isEmpty() && publication.number() > 1;
            String day = (followsRemoved ? "≤ " : "") + publication.businessDate();
            publication.tables().forEach((path, version) -> {
                if (!version.equals(before.put(path, version))) {
                    freshness.changedOn.put(path, day);
                }
            });
        }
        return freshness;
    }

    long version(Table table) {
        return versions.get(table.path());
    }

    /**
     * The business day of the publication in which the table's version last changed; with ≤ when that may have been an earlier
     * one, which is no longer kept.
     */
    String changedOn(Table table) {
        return changedOn.get(table.path());
    }
}
