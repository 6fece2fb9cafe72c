package org.zhijian.etl.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
        List<Callable<Table>> restores = new ArrayList<>();
        for (Table table : WarehouseSchema.ALL) {
            Long version = published == null ? null : published.tables().get(table.path());
            if (version == null) {
                if (Files.exists(warehouse.folder().resolve(table.path()))) {
                    restores.add(() -> remove(table));
                }
            } else if (warehouse.version(table) != version) {
                restores.add(() -> {
                    warehouse.restore(table, version);
                    return table;
                });
            }
        }
        return SideBySide.run(restores);
    }

    private Table remove(Table table) {
        Path folder = warehouse.folder().resolve(table.path());
        try {
            FileUtils.deleteDirectory(folder.toFile());
            warehouse.forget(table);
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
