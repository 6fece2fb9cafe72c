package org.zhijian.reports.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A zip file in which every entry has the same time and states its size up front: a workbook that does not know when it was
 * written.
 */
public final class FixedZip {
    /** No file was made then, so that nobody takes it for a real time. */
    public static final Instant TIME = Instant.parse("2000-01-01T12:00:00Z");

    private FixedZip() {}

    /** A reader that streams wants to know first what the parts are. */
    private static final List<String> FIRST = List.of("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml");

    private static final Comparator<ZipArchiveEntry> ORDER = Comparator.comparingInt((ZipArchiveEntry entry) ->
                    FIRST.contains(entry.getName()) ? FIRST.indexOf(entry.getName()) : FIRST.size())
            .thenComparing(ZipArchiveEntry::getName);

    /** Copies the entries as they are, compressed. */
    public static void copy(Path from, Path to) throws IOException {
        try (ZipFile source = ZipFile.builder().setPath(from).get();
                ZipArchiveOutputStream out = new ZipArchiveOutputStream(to)) {
            List<ZipArchiveEntry> entries = Collections.list(source.getEntries());
            entries.sort(ORDER);
            for (ZipArchiveEntry entry : entries) {
                ZipArchiveEntry fixed = new ZipArchiveEntry(entry.getName());
                fixed.setTimeLocal(LocalDateTime.ofInstant(TIME, ZoneOffset.UTC));
                fixed.setMethod(entry.getMethod());
                fixed.setCrc(entry.getCrc());
                fixed.setSize(entry.getSize());
                fixed.setCompressedSize(entry.getCompressedSize());
                try (InputStream raw = source.getRawInputStream(entry)) {
                    out.addRawArchiveEntry(fixed, raw);
                }
            }
        }
    }
}
