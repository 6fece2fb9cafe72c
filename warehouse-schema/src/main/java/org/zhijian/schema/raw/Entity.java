package org.zhijian.schema.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/**
 * A kind of landing file: its columns, what tells one record from another, and the raw table that keeps every version of
 * a record. Of several versions the one with the latest {@link #updatedAt()} holds, else the one that came later.
 *
 * @param table the raw table: the entity's columns and {@link Lineage}
 * @param columns the columns a landing file can have
 * @param key the columns that identify a record, null counting as a value
 * @param lookup the key column whose values grow with time or are few, by which files with known keys are found; other
 *     columns by which records are looked for are declared by the table
 * @param occursAt the moment that decides the month of the record's fact, or null where the fact has no month of its own
 * @param updatedAt the column that says when a record was last changed, or null where the entity has none
 * @param spans pairs of moments of which the second is not before the first
 * @param lists columns that hold several words, separated by semicolons
 */
public record Entity(
        Table table,
        List<Column> columns,
        List<Column> key,
        Column lookup,
        Column occursAt,
        Column updatedAt,
        List<Span> spans,
        List<Column> lists) {

    /** A span of time; its end is not before its beginning. */
    public record Span(Column from, Column to) {}

    /** The name landing files begin with. */
    public String name() {
        return table.name();
    }

    static Builder of(String name, String grain, String grainZh) {
        return new Builder(name, grain, grainZh);
    }

    /** Collects what an entity declares. */
    static final class Builder {
        private final String name;
        private final String grain;
        private final String grainZh;
        private List<Column> columns = List.of();
        private List<Column> key = List.of();
        private List<Column> lookups = List.of();
        private Column occursAt;
        private Column updatedAt;
        private final List<Span> spans = new ArrayList<>();
        private List<Column> lists = List.of();

        private Builder(String name, String grain, String grainZh) {
            this.name = name;
            this.grain = grain;
            this.grainZh = grainZh;
        }

        Builder columns(Column... all) {
            columns = List.of(all);
            return this;
        }

        Builder key(Column... all) {
            key = List.of(all);
            lookups = List.of(all[0]);
            return this;
        }

        /** By a column of the key, and by others. */
        Builder foundBy(Column ofKey, Column... others) {
            lookups = Stream.concat(Stream.of(ofKey), Stream.of(others)).toList();
            return this;
        }

        Builder occursAt(Column column) {
            occursAt = column;
            return this;
        }

        Builder span(Column from, Column to) {
            spans.add(new Span(from, to));
            return this;
        }

        Builder updatedAt(Column column) {
            updatedAt = column;
            return this;
        }

        Builder lists(Column... all) {
            lists = List.of(all);
            return this;
        }

        Entity build() {
            Table table = Table.of(Layer.RAW, name, grain, grainZh)
                    .columns(columns.toArray(Column[]::new))
                    .and(Lineage.ALL)
                    .key(Lineage.FILE_ID, Lineage.LINE)
                    .foundBy(lookups.toArray(Column[]::new))
                    .build();
            return new Entity(table, columns, key, lookups.get(0), occursAt, updatedAt, List.copyOf(spans), lists);
        }
    }
}
