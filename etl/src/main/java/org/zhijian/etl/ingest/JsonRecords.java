package org.zhijian.etl.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file with one JSON object a line. Its columns are those of the
 * options, else all names found in the objects; a nested object or list is the
 * JSON text of it.
 */
final class JsonRecords implements RecordReader {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final int MOST_DIGITS = 1000;

    private final List<String> columns;
    private final Map<String, Integer> positions = new HashMap<>();
    private final RecordBound bound;
    private final BufferedReader reader;
    private long line;

    JsonRecords(Path file, SourceOptions options) throws IOException {
        columns = options.columns().isEmpty() ? names(file, options) : options.columns();
        for (int i = 0; i < columns.size(); i++) {
            positions.put(columns.get(i), i);
        }
        bound = new RecordBound(TextFiles.characters(file, options.charset()));
        reader = new BufferedReader(bound);
    }

    private static List<String> names(Path file, SourceOptions options) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (RecordBound bound = new RecordBound(TextFiles.characters(file, options.charset()));
                BufferedReader lines = new BufferedReader(bound)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                bound.begin();
                ObjectNode object = parse(text);
                if (object != null) {
                    object.fieldNames().forEachRemaining(names::add);
                    RecordBound.requireColumns(names.size());
                }
            }
        }
        return new ArrayList<>(names);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public SourceRecord next() throws IOException {
        String text;
        do {
            bound.begin();
            text = reader.readLine();
            line++;
        } while (text != null && SourceRecord.clean(text) == null);
        if (text == null) {
            return null;
        }
        ObjectNode object = parse(text);
        if (object == null) {
            return SourceRecord.broken(line, Reason.NOT_JSON);
        }
        String[] values = new String[columns.size()];
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            Integer position = positions.get(field.getKey());
            if (position != null) {
                values[position] = SourceRecord.clean(text(field.getValue()));
            }
        }
        return new SourceRecord(line, values, null);
    }

    /** A value as the other formats would have brought it. */
    static String text(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            // 1e999999999 written out would fill the memory.
            return Math.abs(number.scale()) > MOST_DIGITS ? number.toString() : number.toPlainString();
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static ObjectNode parse(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode object ? object : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
