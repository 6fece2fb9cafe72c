package org.zhijian.etl.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;

/** The small centre's two nights, run once for all tests of a JVM. Tests disturb copies of them. */
final class UndisturbedNights {
    private static final UndisturbedNights NIGHTS = new UndisturbedNights();

    private final Path landing;
    private final Path afterFirst;
    private final Path afterSecond;
    private final Map<String, List<String>> first;
    private final Map<String, List<String>> second;

    private UndisturbedNights() {
        try {
            Path folder = Files.createTempDirectory("zhijian-nights");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(folder.toFile())));
            landing = folder.resolve("landing");
            afterFirst = folder.resolve("after-first");
            afterSecond = folder.resolve("after-second");
            SmallNights.landFirst(landing);
            SmallNights.night(landing, afterFirst, SmallNights.FIRST);
            first = SmallNights.contents(afterFirst, SmallNights.newest(afterFirst));
            SmallNights.landSecond(landing);
            FileUtils.copyDirectory(afterFirst.toFile(), afterSecond.toFile());
            SmallNights.night(landing, afterSecond, SmallNights.SECOND);
            second = SmallNights.contents(afterSecond, SmallNights.newest(afterSecond));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What readers see after the first night, as {@link SmallNights#contents} has it. */
    static Map<String, List<String>> first() {
        return NIGHTS.first;
    }

    /** What readers see after the second. */
    static Map<String, List<String>> second() {
        return NIGHTS.second;
    }

    /** The landing folder with what came until the second night. */
    static Path copyLanding(Path to) {
        return copy(NIGHTS.landing, to);
    }

    /** The warehouse after the first night. */
    static Path copyAfterFirst(Path to) {
        return copy(NIGHTS.afterFirst, to);
    }

    /** The warehouse after the second night. */
    static Path copyAfterSecond(Path to) {
        return copy(NIGHTS.afterSecond, to);
    }

    private static Path copy(Path from, Path to) {
        try {
            FileUtils.copyDirectory(from.toFile(), to.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return to;
    }
}
