package org.zhijian.etl.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/** Opens text files: gunzipped when the name says so, without a byte-order mark, strict about the encoding. */
final class TextFiles {
    private static final int BUFFER = 1 << 16;

    private TextFiles() {}

    /**
     * The file's characters; a byte that is none in the encoding is a CharacterCodingException. A byte-order mark tells the
     * encoding better than anybody: where there is one, it decides.
     */
    static BufferedReader characters(Path file, String charset) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            InputStream plain = Format.isGzip(file.toString()) ? new GZIPInputStream(raw, BUFFER) : raw;
            BOMInputStream unmarked = BOMInputStream.builder()
                    .setInputStream(plain)
                    .setByteOrderMarks(ByteOrderMark.UTF_8, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE)
                    .get();
            String encoding = unmarked.hasBOM() ? unmarked.getBOMCharsetName() : charset;
            return new BufferedReader(
                    new InputStreamReader(
                            unmarked,
                            Charset.forName(encoding)
                                    .newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
                    BUFFER);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }
}
