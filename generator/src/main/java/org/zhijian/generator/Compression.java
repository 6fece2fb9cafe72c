package org.zhijian.generator;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** How landing files are packed. */
public enum Compression {
    NONE(".csv") {
        @Override
        OutputStream over(OutputStream file) {
            return file;
        }
    },
    GZIP(".csv.gz") {
        @Override
        OutputStream over(OutputStream file) throws IOException {
            return new FastGzip(file);
        }
    };

    private final String extension;

    Compression(String extension) {
        this.extension = extension;
    }

    String extension() {
        return extension;
    }

    abstract OutputStream over(OutputStream file) throws IOException;

    /** Gzip at the level that costs least; the default level is slower than the rest of the generator. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream file) throws IOException {
            super(file, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
