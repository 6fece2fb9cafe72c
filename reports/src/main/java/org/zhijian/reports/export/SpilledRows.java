package org.zhijian.reports.export;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.zhijian.reports.read.Fields;
import org.zhijian.reports.read.Micros;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Rows;
import org.zhijian.schema.Type;

/** Rows that wait in a temporary file, which goes when they are closed. */
final class SpilledRows implements Rows {
    private final Fields fields;
    private final DataInputStream in;
    private int left;

    private SpilledRows(Fields fields, DataInputStream in, int left) {
        this.fields = fields;
        this.in = in;
        this.left = left;
    }

    static SpilledRows of(Fields fields, List<Row> rows, Path folder) throws IOException {
        Path file = Files.createTempFile(folder, ".rows", ".part");
        try {
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
                for (Row row : rows) {
                    write(row, out);
                }
            }
            return new SpilledRows(
                    fields,
                    new DataInputStream(
                            new BufferedInputStream(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE))),
                    rows.size());
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public Fields fields() {
        return fields;
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        left--;
        Object[] values = new Object[fields.size()];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readBoolean() ? read(fields.columns().get(i).type()) : null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Row.of(fields, values);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Row row, DataOutputStream out) throws IOException {
        for (int i = 0; i < row.fields().size(); i++) {
            Object value = row.value(i);
            out.writeBoolean(value != null);
            if (value != null) {
                write(row.fields().columns().get(i).type(), value, out);
            }
        }
    }

    private static void write(Type type, Object value, DataOutputStream out) throws IOException {
        switch (type) {
            case STRING -> {
                byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
            case INT -> out.writeInt((Integer) value);
            case LONG -> out.writeLong((Long) value);
            case DOUBLE -> out.writeDouble((Double) value);
            case BOOLEAN -> out.writeBoolean((Boolean) value);
            case DATE -> out.writeLong(((LocalDate) value).toEpochDay());
            case TIMESTAMP -> out.writeLong(Micros.of((Instant) value));
        }
    }

    private Object read(Type type) throws IOException {
        return switch (type) {
            case STRING -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case DOUBLE -> in.readDouble();
            case BOOLEAN -> in.readBoolean();
            case DATE -> LocalDate.ofEpochDay(in.readLong());
            case TIMESTAMP -> Micros.toInstant(in.readLong());
        };
    }
}
