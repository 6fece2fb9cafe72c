package org.zhijian.etl.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.zhijian.schema.text.UserError;

/** One run at a time on a warehouse. The lock is the operating system's: it is gone with the process, however it ends. */
final class RunLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private RunLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Works on a warehouse while no other run does.
     *
     * @throws UserError when another does, or the disk cannot be written to
     */
    static <T> T holding(Path warehouse, Supplier<T> work) {
        try {
            RunLock lock = take(warehouse);
            try {
                return work.get();
            } finally {
                lock.close();
            }
        } catch (UserError error) {
            throw error;
        } catch (Exception e) {
            // Spark throws checked exceptions too, but Scala declares none.
            Optional<UserError> explained = DiskFault.explain(e, warehouse);
            if (explained.isPresent()) {
                throw explained.get();
            }
            throw e;
        }
    }

    /** Takes the lock, or says who has it. */
    static RunLock take(Path warehouse) {
        Path file = warehouse.resolve("run.lock");
        try {
            Files.createDirectories(warehouse);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new UserError(
                        "etl.run.busy", warehouse, Files.readString(file).strip());
            }
            channel.truncate(0);
            String owner = "process " + ProcessHandle.current().pid() + ", since " + Instant.now();
            channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
            return new RunLock(channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
