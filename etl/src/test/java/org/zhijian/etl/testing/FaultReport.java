package org.zhijian.etl.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Says what was tried and survived: on standard output, and all along in a file below {@code target/faults}. */
public final class FaultReport {
    private static final Path FOLDER = Path.of("target", "faults");

    private FaultReport() {}

    /** What has been tried until now. */
    public static void update(String name, List<String> lines) throws IOException {
        Files.write(Files.createDirectories(FOLDER).resolve(name + ".txt"), lines);
    }

    /** All that has been tried. */
    public static void write(String name, List<String> lines) throws IOException {
        update(name, lines);
        lines.forEach(System.out::println);
    }
}
