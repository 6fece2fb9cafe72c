package org.zhijian.etl.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zhijian.schema.text.UserError;

/**
 * A JSON document that holds a list of records, or is one. Several documents can follow one another, as in the exports of
 * streams. A record's line is its number, since a document can be one line. One record at a time is held in memory. A
 * document that is cut off or no JSON is an error as a whole: there is no line to go on with.
 */
final class JsonDocument implements RecordReader {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final List<String> columns;
    private final RecordBound bound;
    private final JsonParser parser;
    private long records;

    JsonDocument(Path file, SourceOptions options) throws IOException {
        columns = options.columns().isEmpty() ? names(file, options) : options.columns();
        bound = new RecordBound(TextFiles.characters(file, options.charset()));
        parser = parser(bound, options);
    }

    private static JsonParser parser(Reader text, SourceOptions options) throws IOException {
        JsonParser whole = JSON.createParser(text);
        return options.records().isEmpty()
                ? whole
                : new FilteringParserDelegate(
                        whole,
                        new JsonPointerBasedFilter(JsonPointer.compile(options.records())),
                        TokenFilter.Inclusion.ONLY_INCLUDE_ALL,
                        true);
    }

    private static List<String> names(Path file, SourceOptions options) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (RecordBound bound = new RecordBound(TextFiles.characters(file, options.charset()));
                JsonParser parser = parser(bound, options)) {
            for (JsonNode record = record(parser); record != null; record = record(parser)) {
                bound.begin();
                record.fieldNames().forEachRemaining(names::add);
                RecordBound.requireColumns(names.size());
            }
        }
        if (names.isEmpty()) {
            requireAny(file, options);
        }
        return new ArrayList<>(names);
    }

    /** A list of no records is one, too; where there is no list, the pointer or the document is wrong. */
    private static void requireAny(Path file, SourceOptions options) throws IOException {
        try (JsonParser parser = parser(TextFiles.characters(file, options.charset()), options)) {
            boolean isThere = parser.nextToken() != null;
            if (!isThere && options.records().isEmpty()) {
                throw new IOException("there is no JSON in it");
            }
            if (!isThere) {
                throw new UserError("etl.file.no-list", options.records());
            }
        }
    }

    /** The next record of a list, or the one that stands alone; null after the last. */
    private static JsonNode record(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY || isNoList(token, parser)) {
            token = parser.nextToken();
        }
        return token == null ? null : JSON.readTree(parser);
    }

    /** Some write null for a list of nothing. */
    private static boolean isNoList(JsonToken token, JsonParser parser) {
        return token == JsonToken.VALUE_NULL && !parser.getParsingContext().inArray();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public SourceRecord next() throws IOException {
        bound.begin();
        JsonNode record = record(parser);
        if (record == null) {
            return null;
        }
        records++;
        if (!(record instanceof ObjectNode)) {
            return SourceRecord.broken(records, Reason.NOT_JSON);
        }
        String[] values = new String[columns.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode value = record.get(columns.get(i));
            values[i] = value == null ? null : SourceRecord.clean(JsonRecords.text(value));
        }
        return new SourceRecord(records, values, null);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
