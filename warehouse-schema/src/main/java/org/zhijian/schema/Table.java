package org.zhijian.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A table, declared once: its grain, columns, key, references and checks. Made with {@link #of}; instances do not change.
 */
public final class Table {
    private final Layer layer;
    private final String name;
    private final String grain;
    private final String grainZh;
    private final List<Column> columns;
    private final List<Column> key;
    private final List<Column> lookups;
    private final List<Column> partitions;
    private final List<Reference> references;
    private final List<Check> checks;
    private final List<Agreement> agreements;

    private Table(Builder builder) {
        layer = builder.layer;
        name = builder.name;
        grain = builder.grain;
        grainZh = builder.grainZh;
        columns = List.copyOf(builder.columns);
        key = List.copyOf(builder.key);
        lookups = List.copyOf(builder.lookups);
        partitions = builder.partitions;
        references = List.copyOf(builder.references);
        checks = List.copyOf(builder.checks);
        agreements = List.copyOf(builder.agreements);
        Set<String> names = new LinkedHashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalStateException(name + " declares the column " + column.name() + " twice");
            }
        }
        Stream.of(key.stream(), lookups.stream(), references.stream().map(Reference::column), partitions.stream())
                .flatMap(s -> s)
                .map(Column::name)
                .filter(Predicate.not(names::contains))
                .findFirst()
                .ifPresent(missing -> {
                    throw new IllegalStateException(name + " has no column " + missing);
                });
    }

    public static Builder of(Layer layer, String name, String grain, String grainZh) {
        return new Builder(layer, name, grain, grainZh);
    }

    public Layer layer() {
        return layer;
    }

    public String name() {
        return name;
    }

    /** The table's path below the warehouse. */
    public String path() {
        return layer.folder() + "/" + name;
    }

    /** What one row stands for. */
    public String grain() {
        return grain;
    }

    public String grainZh() {
        return grainZh;
    }

    public List<Column> columns() {
        return columns;
    }

    /** The columns that tell one row from another, null counting as a value. */
    public List<Column> key() {
        return key;
    }

    /** Columns besides the key by which rows are looked for. */
    public List<Column> lookups() {
        return lookups;
    }

    /** The column with the month the table is partitioned by, or null. */
    public Column partition() {
        return partitions.isEmpty() ? null : partitions.get(0);
    }

    /** All columns the table is partitioned by: none, or the month and those that part what lies in one. */
    public List<Column> partitions() {
        return partitions;
    }

    public List<Reference> references() {
        return references;
    }

    /** The declared row checks and those that follow from accepted values and ranges of the columns. */
    public List<Check> checks() {
        List<Check> all = new ArrayList<>();
        for (Column column : columns) {
            String quoted = "`" + column.name() + "`";
            // To Delta a condition that is null is violated.
            String orBlank = column.isRequired() ? "" : quoted + " IS NULL OR ";
            if (!column.accepted().isEmpty()) {
                all.add(new Check(
                        column.name() + "_accepted",
                        orBlank + quoted + " IN ('" + String.join("', '", column.accepted()) + "')"));
            }
            if (column.range() != null) {
                if (column.range().min() != null) {
                    all.add(new Check(
                            column.name() + "_minimum",
                            orBlank + quoted + " >= " + plain(column.range().min())));
                }
                if (column.range().max() != null) {
                    all.add(new Check(
                            column.name() + "_maximum",
                            orBlank + quoted + " <= " + plain(column.range().max())));
                }
            }
        }
        all.addAll(checks);
        return List.copyOf(all);
    }

    public List<Agreement> agreements() {
        return agreements;
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    @Override
    public String toString() {
        return layer.folder() + "." + name;
    }

    /** Collects what a table declares. */
    public static final class Builder {
        private final Layer layer;
        private final String name;
        private final String grain;
        private final String grainZh;
        private List<Column> columns = List.of();
        private List<Column> key = List.of();
        private List<Column> lookups = List.of();
        private List<Column> partitions = List.of();
        private final List<Reference> references = new ArrayList<>();
        private final List<Check> checks = new ArrayList<>();
        private final List<Agreement> agreements = new ArrayList<>();

        private Builder(Layer layer, String name, String grain, String grainZh) {
            this.layer = layer;
            this.name = name;
            this.grain = grain;
            this.grainZh = grainZh;
        }

        public Builder columns(Column... all) {
            columns = List.of(all);
            return this;
        }

        /** Columns that follow those already declared. */
        public Builder and(List<Column> more) {
            List<Column> all = new ArrayList<>(columns);
            all.addAll(more);
            columns = all;
            return this;
        }

        public Builder key(Column... all) {
            key = List.of(all);
            return this;
        }

        /** Columns besides the key by which rows are looked for; the least and greatest value of each file are kept for it. */
        public Builder foundBy(Column... all) {
            lookups = List.of(all);
            return this;
        }

        /** What lies in a month may be parted further, for those who need little of it. */
        public Builder partitionedBy(Column month, Column... further) {
            partitions = Stream.concat(Stream.of(month), Stream.of(further)).toList();
            return this;
        }

        public Builder refers(Column column, Table target, Column targetColumn) {
            references.add(new Reference(column, target, targetColumn));
            return this;
        }

        /** A condition in Spark SQL that holds for every row. */
        public Builder check(String checkName, String condition) {
            checks.add(new Check(checkName, condition));
            return this;
        }

        public Builder agrees(String checkName, Column total, Table details, Column detail, Column by) {
            agreements.add(new Agreement(checkName, total, details, detail, by));
            return this;
        }

        public Table build() {
            return new Table(this);
        }
    }
}
