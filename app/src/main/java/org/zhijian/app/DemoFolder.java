package org.zhijian.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.zhijian.schema.text.UserError;

/** The folder of the demo. It knows its own by a mark, and clears nothing else. */
final class DemoFolder {
    private static final String MARK = ".zhijian-demo";

    private final Path folder;

    private DemoFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The folder, empty: made, or cleared of the demo before.
     *
     * @throws UserError when something else is in it, or it cannot be written
     */
    static DemoFolder cleared(Path folder) {
        try {
            if (Files.exists(folder) && !isEmpty(folder) && !Files.exists(folder.resolve(MARK))) {
                throw new UserError("app.demo.not-empty", folder);
            }
            Files.createDirectories(folder);
            if (Files.notExists(folder.resolve(MARK))) {
                Files.createFile(folder.resolve(MARK));
            }
            DemoFolder demo = new DemoFolder(folder);
            for (Path part : List.of(demo.landing(), demo.warehouse(), demo.reports(), demo.export())) {
                delete(part);
            }
            return demo;
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("app.demo.unwritable", folder, e.getMessage()).causedBy(e);
        }
    }

    Path landing() {
        return folder.resolve("landing");
    }

    Path warehouse() {
        return folder.resolve("warehouse");
    }

    Path reports() {
        return folder.resolve("reports");
    }

    Path export() {
        return folder.resolve("export");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void delete(Path part) throws IOException {
        if (Files.notExists(part)) {
            return;
        }
        try (Stream<Path> files = Files.walk(part)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
