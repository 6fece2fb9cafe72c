package org.zhijian.app;

import java.nio.file.Path;
import org.zhijian.reports.read.PublishedWarehouse;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say which published state of which warehouse is read. */
final class ReadOptions {
    @Option(names = "--warehouse", paramLabel = "DIR", required = true)
    private Path warehouse;

    @ArgGroup
    private When when;

    /** The warehouse as the options name it. */
    PublishedWarehouse open() {
        PublishedWarehouse newest = PublishedWarehouse.open(warehouse);
        return when == null ? newest : when.of(newest);
    }

    /** One of the two. */
    private static final class When {
        @Option(names = "--as-of", paramLabel = "DATE|N")
        private AsOf asOf;

        @Option(names = "--publication", paramLabel = "N")
        private Long publication;

        private PublishedWarehouse of(PublishedWarehouse newest) {
            return asOf == null ? newest.numbered(publication) : asOf.of(newest);
        }
    }
}
