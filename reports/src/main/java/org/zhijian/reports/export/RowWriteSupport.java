package org.zhijian.reports.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.zhijian.reports.read.Fields;
import org.zhijian.reports.read.Micros;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.Column;

/** Says how rows stand in a Parquet file: every column optional, typed as its declaration. */
final class RowWriteSupport extends WriteSupport<Row> {
    private final Fields fields;
    private RecordConsumer out;

    RowWriteSupport(Fields fields) {
        this.fields = fields;
    }

    @Override
    public String getName() {
        return "zhijian";
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return context();
    }

    @Override
    @SuppressWarnings("deprecation") // the library still declares it abstract
    public WriteContext init(Configuration configuration) {
        return context();
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        out = consumer;
    }

    @Override
    public void write(Row row) {
        out.startMessage();
        for (int i = 0; i < fields.size(); i++) {
            Object value = row.value(i);
            if (value != null) {
                String name = fields.columns().get(i).name();
                out.startField(name, i);
                write(fields.columns().get(i), value);
                out.endField(name, i);
            }
        }
        out.endMessage();
    }

    private void write(Column column, Object value) {
        switch (column.type()) {
            case STRING -> out.addBinary(Binary.fromString((String) value));
            case INT -> out.addInteger((Integer) value);
            case LONG -> out.addLong((Long) value);
            case DOUBLE -> out.addDouble((Double) value);
            case BOOLEAN -> out.addBoolean((Boolean) value);
            case DATE -> out.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
            case TIMESTAMP -> out.addLong(Micros.of((Instant) value));
        }
    }

    private WriteContext context() {
        return new WriteContext(
                new MessageType(
                        "row",
                        fields.columns().stream().map(RowWriteSupport::type).toList()),
                Map.of());
    }

    private static Type type(Column column) {
        return switch (column.type()) {
            case STRING -> optional(column, PrimitiveTypeName.BINARY, LogicalTypeAnnotation.stringType());
            case INT -> optional(column, PrimitiveTypeName.INT32, null);
            case LONG -> optional(column, PrimitiveTypeName.INT64, null);
            case DOUBLE -> optional(column, PrimitiveTypeName.DOUBLE, null);
            case BOOLEAN -> optional(column, PrimitiveTypeName.BOOLEAN, null);
            case DATE -> optional(column, PrimitiveTypeName.INT32, LogicalTypeAnnotation.dateType());
            case TIMESTAMP ->
                optional(column, PrimitiveTypeName.INT64, LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS));
        };
    }

    private static PrimitiveType optional(Column column, PrimitiveTypeName primitive, LogicalTypeAnnotation logical) {
        return Types.optional(primitive).as(logical).named(column.name());
    }
}
