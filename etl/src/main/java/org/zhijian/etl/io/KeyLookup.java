package org.zhijian.etl.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;
import org.zhijian.schema.Type;

/**
 * Finds a table's rows by key and reads only the files that can hold them, judged by each file's least and greatest value
 * of the key column. Keys that grow with time therefore cost what the touched days cost, not what history costs.
 */
public final class KeyLookup {
    /** More keys than this are no lookup but a join with the whole table. */
    private static final int MOST_KEYS = 200_000;

    private final Warehouse warehouse;

    public KeyLookup(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * Keys to look for, collected once.
     *
     * @param column the key column: text or a moment
     * @param rows the keys, in a column of that name
     * @param wanted the keys in order; null when there are too many to be worth a lookup
     */
    public record Keys(Column column, Dataset<Row> rows, NavigableSet<Comparable<Object>> wanted) {
        /** The values of a dataset's column of that name. */
        public static Keys of(Dataset<Row> keys, Column column) {
            Dataset<Row> distinct = keys.select(Schemas.col(column)).distinct();
            List<Row> few = distinct.limit(MOST_KEYS + 1).collectAsList();
            if (few.size() > MOST_KEYS) {
                return new Keys(column, distinct, null);
            }
            NavigableSet<Comparable<Object>> wanted = new TreeSet<>();
            for (Row row : few) {
                if (!row.isNullAt(0)) {
                    wanted.add(comparable(row.get(0)));
                }
            }
            return new Keys(column, keys.sparkSession().createDataFrame(few, distinct.schema()), wanted);
        }

        /** Whether there are none. */
        public boolean isEmpty() {
            return wanted != null && wanted.isEmpty();
        }

        private boolean areIn(TableFiles.DataFile file) {
            return wanted == null || canHold(file, column, wanted);
        }
    }

    /**
     * The rows of a table's files that can have one of the keys; rows with other keys can be among them.
     *
     * @param table the table
     * @param version the version to read
     */
    public Dataset<Row> candidates(Table table, long version, Keys keys) {
        return warehouse.readFiles(table, version, keys::areIn);
    }

    /** The rows of a table that have one of the keys. */
    public Dataset<Row> rows(Table table, long version, Keys keys) {
        Dataset<Row> candidates = candidates(table, version, keys);
        Dataset<Row> wanted = keys.rows();
        String name = keys.column().name();
        return candidates.join(
                functions.broadcast(wanted), candidates.col(name).equalTo(wanted.col(name)), "left_semi");
    }

    private static boolean canHold(TableFiles.DataFile file, Column column, NavigableSet<Comparable<Object>> wanted) {
        if (wanted.isEmpty()) {
            return false;
        }
        JsonNode least = file.statistics().path("minValues").path(column.name());
        JsonNode greatest = file.statistics().path("maxValues").path(column.name());
        if (least.isMissingNode() || greatest.isMissingNode()) {
            return true;
        }
        Comparable<Object> first = wanted.ceiling(bound(column, least.asText(), 0));
        return first != null && first.compareTo(bound(column, greatest.asText(), 1)) <= 0;
    }

    /** A bound of the statistics; moments are kept there in milliseconds, cut off. */
    private static Comparable<Object> bound(Column column, String text, int milliseconds) {
        return comparable(
                column.type() == Type.TIMESTAMP
                        ? OffsetDateTime.parse(text).toInstant().plusMillis(milliseconds)
                        : text);
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> comparable(Object value) {
        Object comparable = value instanceof Timestamp moment ? moment.toInstant() : value;
        if (!(comparable instanceof String || comparable instanceof Instant)) {
            throw new IllegalArgumentException("no lookup by a " + value.getClass());
        }
        return (Comparable<Object>) comparable;
    }
}
