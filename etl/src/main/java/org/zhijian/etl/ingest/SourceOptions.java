package org.zhijian.etl.ingest;

import java.io.Serializable;
import java.util.List;

/**
 * How a file is to be read.
 *
 * @param format the file's format
 * @param charset the encoding of a text file; blank: the usual one
 * @param delimiter what separates the fields of a CSV file
 * @param quote what encloses a field that holds delimiters
 * @param header whether the first row names the columns
 * @param columns the columns of a file without header, in order; empty: c1, c2, ...
 * @param sheet the sheet of a workbook; blank: the first
 * @param skipLines lines before the header that are no data
 * @param records where in a JSON document the records lie, a JSON pointer; blank: the document itself
 */
record SourceOptions(
        Format format,
        String charset,
        String delimiter,
        char quote,
        boolean header,
        List<String> columns,
        String sheet,
        int skipLines,
        String records)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The same with that encoding, where none is stated. */
    SourceOptions usually(String encoding) {
        return charset.isEmpty()
                ? new SourceOptions(format, encoding, delimiter, quote, header, columns, sheet, skipLines, records)
                : this;
    }

    SourceOptions withColumns(List<String> found) {
        return new SourceOptions(format, charset, delimiter, quote, header, found, sheet, skipLines, records);
    }

    static SourceOptions plain(Format format, String charset) {
        return new SourceOptions(format, charset, ",", '"', true, List.of(), "", 0, "");
    }
}
