package org.zhijian.etl.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.commons.io.FileUtils;
import org.zhijian.etl.io.SideBySide;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.publication.Publication;

/**
 * Puts the tables into the state that was published last, so that a run which was cut off leaves no trace and the next one
 * begins as it did. A table that no publication knows is removed.
 */
final class Recovery {
    private final Warehouse warehouse;

    Recovery(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * Restores what was left behind.
     *
     * @param published the newest publication, or null
     * @return the tables that had to be taken back
     */
    List<Table> restore(Publication published) {
        List<Callable<Boolean>> restores = new ArrayList<>();
        for (Table table : WarehouseSchema.ALL) {
            Long version = published == null ? null : published.tables().get(table.path());
            if (version == null) {
                restores.add(() -> remove(table));
            } else {
                restores.add(() -> warehouse.version(table) != version && warehouse.restore(table, version));
            }
        }
        List<Boolean> restored = SideBySide.run(restores);
        return IntStream.range(0, restored.size())
                .filter(restored::get)
                .mapToObj(WarehouseSchema.ALL::get)
                .toList();
    }

    /** Removes what there is of a table; whether there was anything. */
    private boolean remove(Table table) {
        Path folder = warehouse.folder().resolve(table.path());
        if (!Files.exists(folder)) {
            return false;
        }
        try {
            FileUtils.deleteDirectory(folder.toFile());
            warehouse.forget(table);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
