package org.zhijian.reports.read;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Takes rows out of Kernel's batches, leaving out those that the batch's selection excludes. */
final class BatchRows implements Rows {
    private final Fields fields;
    private final CloseableIterator<FilteredColumnarBatch> batches;
    private final ColumnVector[] vectors;
    private Optional<ColumnVector> selected = Optional.empty();
    private int size;
    private int place = -1;
    private boolean closed;

    BatchRows(Fields fields, CloseableIterator<FilteredColumnarBatch> batches) {
        this.fields = fields;
        this.batches = batches;
        this.vectors = new ColumnVector[fields.size()];
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
        return selected.isEmpty()
                || (!selected.get().isNullAt(place) && selected.get().getBoolean(place));
    }

    private void open(FilteredColumnarBatch batch) {
        ColumnarBatch data = batch.getData();
        StructType schema = data.getSchema();
        for (int i = 0; i < vectors.length; i++) {
            int ordinal = schema.indexOf(fields.columns().get(i).name());
            vectors[i] = ordinal < 0 ? null : data.getColumnVector(ordinal);
        }
        selected = batch.getSelectionVector();
        size = data.getSize();
        place = 0;
    }
}
