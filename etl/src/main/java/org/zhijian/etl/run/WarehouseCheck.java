package org.zhijian.etl.run;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.Session;
import org.zhijian.etl.io.SideBySide;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.publication.Publication;

/**
 * Checks a whole warehouse as its newest publication has it. It reads the published versions only, so that a run at the
 * same time neither disturbs it nor waits for it.
 */
public final class WarehouseCheck {
    private final Warehouse warehouse;
    private final Publication publication;
    private final Steps steps;
    private final ReferenceTargets targets = new ReferenceTargets(this::published);

    /**
     * What became of the checks of a table.
     *
     * @param table the table
     * @param rows how many rows it has; 0 when it cannot be read
     * @param checks how many checks were run
     * @param violations those that do not hold
     */
    public record Checked(Table table, long rows, int checks, List<Violation> violations) {}

    private WarehouseCheck(Warehouse warehouse, Publication publication, Steps steps) {
        this.warehouse = warehouse;
        this.publication = publication;
        this.steps = steps;
    }

    /**
     * Checks every table of a publication; a table that cannot be read breaks the check {@code readable}.
     *
     * @param folder the warehouse's folder
     * @param publication the publication
     * @param listener told of each table
     */
    public static List<Checked> run(Path folder, Publication publication, RunListener listener) {
        Steps steps = new Steps(listener);
        Warehouse warehouse =
                steps.run("session", () -> new Warehouse(Session.open(ZoneId.of(publication.zone())), folder));
        return steps.run("checks", () -> new WarehouseCheck(warehouse, publication, steps).run());
    }

    private List<Checked> run() {
        List<Callable<Checked>> checks = new ArrayList<>();
        for (Table table : WarehouseSchema.ALL) {
            if (publication.tables().containsKey(table.path())) {
                checks.add(() -> steps.run(table.toString(), () -> check(table), Checked::rows));
            }
        }
        return SideBySide.run(checks);
    }

    private Checked check(Table table) {
        try {
            TableChecks check =
                    new TableChecks(table, published(table), targets, agreement -> published(agreement.details()));
            long rows = check.checkRows();
            if (rows > 0) {
                check.checkRelations();
            }
            return new Checked(table, rows, TableChecks.declared(table), check.violations());
        } catch (Exception e) { // Spark throws checked exceptions without declaring them
            return new Checked(table, 0, 1, List.of(new Violation(table, "readable", List.of(String.valueOf(e)))));
        }
    }

    private Dataset<Row> published(Table table) {
        return warehouse.read(table, publication.tables().get(table.path()));
    }
}
