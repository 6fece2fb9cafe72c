package org.zhijian.etl.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import org.zhijian.schema.text.UserError;

/** Tells failures of which the disk below a warehouse is the cause, and what the person can do about them. */
final class DiskFault {
    private static final long HARDLY_ANY = 1 << 20;

    /** What Linux and macOS say when a disk is full, a quota is used up or a file may not grow. */
    private static final List<String> FULL =
            List.of("No space left on device", "Disk quota exceeded", "File too large");

    /** What they say where nothing may be written. */
    private static final List<String> CLOSED =
            List.of("Read-only file system", "Permission denied", "Operation not permitted");

    /** What Spark calls a file that is not there, be it when it plans or when it reads. */
    private static final Set<String> MISSING = Set.of("PATH_NOT_FOUND", "FAILED_READ_FILE.FILE_NOT_EXIST");

    private DiskFault() {}

    /** What to tell the person, where the disk is the cause. */
    static Optional<UserError> explain(Throwable failure, Path warehouse) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        if (isFull(failure, warehouse, temporary)) {
            return Optional.of(new UserError("etl.run.no-space", warehouse, temporary).causedBy(failure));
        }
        Predicate<Throwable> closed = cause -> isClosed(cause, warehouse) || isClosed(cause, temporary);
        return tell("etl.run.not-writable", failure, warehouse, closed)
                .or(() -> tell("etl.run.file-missing", failure, warehouse, cause -> isMissing(cause, warehouse)));
    }

    /** What to tell the person, where one of the causes is such a one. */
    private static Optional<UserError> tell(
            String key, Throwable failure, Path warehouse, Predicate<Throwable> isSuch) {
        return causes(failure).filter(isSuch).findFirst().map(cause -> new UserError(key, warehouse, message(cause))
                .causedBy(failure));
    }

    /** The sayings are in the machine's language, so the space that is left is asked for too. */
    private static boolean isFull(Throwable failure, Path... folders) {
        return causes(failure).anyMatch(cause -> FULL.stream().anyMatch(message(cause)::contains))
                || Stream.of(folders).anyMatch(folder -> usableSpace(folder) < HARDLY_ANY);
    }

    private static boolean isClosed(Throwable cause, Path folder) {
        return message(cause).contains(folder.toString())
                && (cause instanceof AccessDeniedException || CLOSED.stream().anyMatch(message(cause)::contains));
    }

    private static boolean isMissing(Throwable cause, Path folder) {
        return message(cause).contains(folder.toString())
                && (cause instanceof FileNotFoundException
                        || cause instanceof NoSuchFileException
                        || (cause instanceof SparkThrowable spark
                                && spark.getCondition() != null
                                && MISSING.contains(spark.getCondition())));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static String message(Throwable cause) {
        return String.valueOf(cause.getMessage());
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
