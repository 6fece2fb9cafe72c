package org.zhijian.etl.io;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The program's files, with a watcher who is told of what Spark and Delta write and can hold it up or make it fail. The
 * {@code core-site.xml} of these tests names them; while nobody watches they are as the program's.
 */
public final class WatchedFiles {
    private static final Watcher NOBODY = (moment, file) -> {};

    private static volatile Watcher watcher = NOBODY;

    /** What is about to happen to a file, or has happened. */
    public enum Moment {
        OPENING,
        HALF_WRITTEN,
        WRITTEN,
        MOVING,
        MOVED
    }

    /** Is told in the thread that writes. */
    @FunctionalInterface
    public interface Watcher {
        /**
         * A file is written or moved to its place.
         *
         * @throws IOException when that is to fail
         */
        void at(Moment moment, java.nio.file.Path file) throws IOException;
    }

    private WatchedFiles() {}

    /** Watches until the next one does. */
    public static void watch(Watcher next) {
        watcher = next;
    }

    public static void watchNoLonger() {
        watcher = NOBODY;
    }

    /** For {@code fs.file.impl}. */
    public static final class ForFileSystem extends LocalFiles.ForFileSystem {
        public ForFileSystem() {
            super(new Watched());
        }
    }

    /** For {@code fs.AbstractFileSystem.file.impl}. */
    public static final class ForFileContext extends LocalFiles.ForFileContext {
        public ForFileContext(URI uri, Configuration configuration) throws IOException, URISyntaxException {
            super(uri, configuration, new Watched());
        }
    }

    private static final class Watched extends LocalFiles.ByJava {
        @Override
        protected OutputStream createOutputStreamWithMode(Path path, boolean append, FsPermission permission)
                throws IOException {
            java.nio.file.Path file = pathToFile(path).toPath();
            watcher.at(Moment.OPENING, file);
            return new WatchedStream(super.createOutputStreamWithMode(path, append, permission), file);
        }

        @Override
        public boolean rename(Path from, Path to) throws IOException {
            java.nio.file.Path file = pathToFile(to).toPath();
            watcher.at(Moment.MOVING, file);
            boolean moved = super.rename(from, to);
            watcher.at(Moment.MOVED, file);
            return moved;
        }
    }

    /** Tells of the middle of what is written first, which of a small file is all. */
    private static final class WatchedStream extends FilterOutputStream {
        private final java.nio.file.Path file;
        private boolean begun;
        private boolean closed;

        WatchedStream(OutputStream out, java.nio.file.Path file) {
            super(out);
            this.file = file;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int half = begun ? 0 : length / 2;
            out.write(bytes, offset, half);
            if (!begun) {
                begun = true;
                watcher.at(Moment.HALF_WRITTEN, file);
            }
            out.write(bytes, offset + half, length - half);
        }

        @Override
        public void close() throws IOException {
            super.close();
            if (!closed) {
                closed = true;
                watcher.at(Moment.WRITTEN, file);
            }
        }
    }
}
