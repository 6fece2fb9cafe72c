package org.zhijian.reports.export;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.function.LongConsumer;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.read.Rows;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;
import org.zhijian.schema.text.UserError;

/**
 * Writes a published table out as one file. Marts and dimensions come sorted by their key, missing values first, so that
 * the same publication gives the same file; facts and raw tables come in stored order. The rows pass through, memory
 * does not grow with their number.
 */
public final class TableExport {
    private static final String DIMENSION_PREFIX = "dim_";

    /** Some ten megabytes of the widest mart. */
    private static final int RUN_LENGTH = 50_000;

    private final PublishedWarehouse warehouse;
    private final Table table;

    public TableExport(PublishedWarehouse warehouse, Table table) {
        this.warehouse = warehouse;
        this.table = table;
    }

    /**
     * Writes the file beside its place and moves it there when it is complete; a file that stands there is replaced.
     *
     * @param progress is told every so often how many rows have been written
     * @return how many rows were written
     * @throws UserError when the file cannot be written
     */
    public long write(ExportFormat format, Path file, LongConsumer progress) {
        if (Files.isDirectory(file)) {
            throw new UserError("reports.export.is-folder", file);
        }
        Path folder = file.toAbsolutePath().getParent();
        Path draft = folder.resolve(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(draft);
            try (Rows stored = warehouse.rows(table);
                    Rows rows = ordered(stored, folder)) {
                long count = copy(rows, format, draft, progress);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return count;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (FileSystemException e) {
            throw new UserError("reports.export.unwritable", file, e.toString()).causedBy(e);
        } catch (IOException e) {
            throw new UserError("reports.export.unwritable", file, e.getMessage()).causedBy(e);
        }
    }

    private Rows ordered(Rows stored, Path folder) throws IOException {
        return isSorted()
                ? SortedRows.of(stored, new KeyOrder(stored.fields(), table.key()), RUN_LENGTH, folder)
                : stored;
    }

    private boolean isSorted() {
        return table.layer() == Layer.MART || table.name().startsWith(DIMENSION_PREFIX);
    }

    private long copy(Rows rows, ExportFormat format, Path draft, LongConsumer progress) throws IOException {
        ZoneId zone = ZoneId.of(warehouse.publication().zone());
        long count = 0;
        try (RowWriter writer = format.open(draft, rows.fields(), zone)) {
            while (rows.hasNext()) {
                writer.write(rows.next());
                if (++count % 10_000 == 0) {
                    progress.accept(count);
                }
            }
        }
        return count;
    }
}
