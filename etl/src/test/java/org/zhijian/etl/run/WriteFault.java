package org.zhijian.etl.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhijian.etl.io.WatchedFiles;

/** What can go wrong with the disk below a warehouse, from its how-many-eth write on. */
enum WriteFault {
    FULL_DISK("No space left on device"),
    READ_ONLY("Read-only file system"),
    ONE_BAD_BLOCK("Input/output error");

    /** What the machine says. */
    private final String saying;

    WriteFault(String saying) {
        this.saying = saying;
    }

    String saying() {
        return saying;
    }

    /** Fails the how-many-eth write below a folder, and those after it as far as the fault lasts. */
    WatchedFiles.Watcher from(int first, Path folder) {
        AtomicInteger writes = new AtomicInteger();
        return (moment, file) -> {
            if (!file.startsWith(folder) || !fails(moment)) {
                return;
            }
            int write = writes.incrementAndGet();
            if (this == ONE_BAD_BLOCK ? write == first : write >= first) {
                throw new IOException(file + ": " + saying);
            }
        };
    }

    /** How many there are of what would fail. */
    int count(Path folder, Runnable night) {
        AtomicInteger writes = new AtomicInteger();
        WatchedFiles.watch((moment, file) -> {
            if (file.startsWith(folder) && fails(moment)) {
                writes.incrementAndGet();
            }
        });
        try {
            night.run();
            return writes.get();
        } finally {
            WatchedFiles.watchNoLonger();
        }
    }

    private boolean fails(WatchedFiles.Moment moment) {
        return switch (moment) {
            case OPENING -> true;
            case HALF_WRITTEN -> this != READ_ONLY;
            case MOVING -> this != FULL_DISK;
            case WRITTEN, MOVED -> this == ONE_BAD_BLOCK;
        };
    }
}
