package org.zhijian.reports.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.zhijian.reports.read.Fields;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Rows;

/** Rows in order, whatever their number: sorted runs that fit in memory go to files and are merged from there. */
final class SortedRows implements Rows {
    private final Fields fields;
    private final PriorityQueue<Head> heads;
    private final List<SpilledRows> spilled = new ArrayList<>();

    private SortedRows(Fields fields, Comparator<Row> order) {
        this.fields = fields;
        this.heads = new PriorityQueue<>(Comparator.comparing(Head::row, order).thenComparing(Head::run));
    }

    /**
     * Reads the rows to their end; rows that are equal in the order keep theirs.
     *
     * @param runLength how many rows are sorted in memory at once
     * @param folder where runs are spilled to
     */
    static Rows of(Rows rows, Comparator<Row> order, int runLength, Path folder) throws IOException {
        SortedRows sorted = new SortedRows(rows.fields(), order);
        try {
            List<Row> run = new ArrayList<>();
            while (rows.hasNext()) {
                run.add(rows.next());
                if (run.size() == runLength && rows.hasNext()) {
                    run.sort(order);
                    sorted.spill(run, folder);
                    run.clear();
                }
            }
            run.sort(order);
            sorted.push(run.iterator(), sorted.spilled.size());
            return sorted;
        } catch (IOException | RuntimeException e) {
            sorted.close();
            throw e;
        }
    }

    @Override
    public Fields fields() {
        return fields;
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public Row next() {
        Head head = heads.poll();
        if (head == null) {
            throw new NoSuchElementException();
        }
        push(head.rest(), head.run());
        return head.row();
    }

    @Override
    public void close() {
        heads.clear();
        spilled.forEach(SpilledRows::close);
    }

    private void spill(List<Row> run, Path folder) throws IOException {
        SpilledRows rows = SpilledRows.of(fields, run, folder);
        spilled.add(rows);
        push(rows, spilled.size() - 1);
    }

    private void push(Iterator<Row> rest, int run) {
        if (rest.hasNext()) {
            heads.add(new Head(rest.next(), run, rest));
        }
    }

    /** The first row that is left of a run, and those behind it. */
    private record Head(Row row, int run, Iterator<Row> rest) {}
}
