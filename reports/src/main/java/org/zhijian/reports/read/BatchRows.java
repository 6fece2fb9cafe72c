package org.zhijian.reports.read;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.zhijian.schema.Column;
import org.zhijian.schema.Type;

/** Takes rows out of Kernel's batches: those of the batch's selection that satisfy all conditions. */
final class BatchRows implements Rows {
    private final Fields fields;
    private final CloseableIterator<FilteredColumnarBatch> batches;
    private final ColumnVector[] vectors;
    private final List<Condition> conditions;
    /** One a condition. */
    private final ColumnVector[] conditioned;

    private Optional<ColumnVector> selected = Optional.empty();
    private int size;
    private int place = -1;
    private boolean closed;

    BatchRows(Fields fields, List<Condition> conditions, CloseableIterator<FilteredColumnarBatch> batches) {
        this.fields = fields;
        this.batches = batches;
        this.vectors = new ColumnVector[fields.size()];
        // A text has to be decoded before it can be compared, so it is looked at last.
        this.conditions = conditions.stream()
                .sorted(Comparator.comparing(condition -> condition.column().type() == Type.STRING))
                .toList();
        this.conditioned = new ColumnVector[conditions.size()];
        moveOn();
    }

    @Override
    public Fields fields() {
        return fields;
    }

    @Override
    public boolean hasNext() {
        return place < size;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Object[] values = new Object[vectors.length];
        for (int i = 0; i < values.length; i++) {
            if (vectors[i] != null) {
                values[i] = KernelValues.decode(fields.columns().get(i), vectors[i], place);
            }
        }
        moveOn();
        return Row.of(fields, values);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            batches.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes to the next selected place, in this batch or a later one. */
    private void moveOn() {
        place++;
        while (true) {
            while (place < size && !isSelected()) {
                place++;
            }
            if (place < size || !batches.hasNext()) {
                return;
            }
            open(batches.next());
        }
    }

    private boolean isSelected() {
        if (selected.isPresent()
                && (selected.get().isNullAt(place) || !selected.get().getBoolean(place))) {
            return false;
        }
        for (int i = 0; i < conditioned.length; i++) {
            if (!conditions.get(i).holds(conditioned[i], place)) {
                return false;
            }
        }
        return true;
    }

    private void open(FilteredColumnarBatch batch) {
        ColumnarBatch data = batch.getData();
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = vector(data, fields.columns().get(i));
        }
        for (int i = 0; i < conditioned.length; i++) {
            conditioned[i] = vector(data, conditions.get(i).column());
        }
        selected = batch.getSelectionVector();
        size = data.getSize();
        place = 0;
    }

    private static ColumnVector vector(ColumnarBatch data, Column column) {
        int ordinal = data.getSchema().indexOf(column.name());
        return ordinal < 0 ? null : data.getColumnVector(ordinal);
    }
}
