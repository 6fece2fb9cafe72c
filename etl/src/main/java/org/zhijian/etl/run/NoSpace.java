package org.zhijian.etl.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tells failures for want of space on a disk from others. */
final class NoSpace {
    private static final long HARDLY_ANY = 1 << 20;

    /** What Linux and macOS say when a disk is full, a quota is used up or a file may not grow. */
    private static final List<String> SAYINGS =
            List.of("No space left on device", "Disk quota exceeded", "File too large");

    private NoSpace() {}

    /**
     * Whether it failed because a file could not be written to its end.
     *
     * @param folders where was written; the sayings are in the machine's language, so the space left there is asked for too
     */
    static boolean explains(Throwable failure, Path... folders) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (SAYINGS.stream().anyMatch(message::contains)) {
                return true;
            }
        }
        return Stream.of(folders).anyMatch(folder -> usableSpace(folder) < HARDLY_ANY);
    }

    /** The bytes that are left where a folder is; a folder that is not there says nothing. */
    private static long usableSpace(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
