package org.zhijian.etl.run;

import static org.zhijian.etl.io.Schemas.col;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.Session;
import org.zhijian.etl.io.SideBySide;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.Agreement;
import org.zhijian.schema.Reference;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.publication.Publication;

/**
 * Checks a whole warehouse as its newest publication has it. It reads the published versions only, so that a run at the
 * same time neither disturbs it nor waits for it.
 */
public final class WarehouseCheck implements TableChecks.Tables {
    private final Warehouse warehouse;
    private final Publication publication;
    private final Steps steps;
    private final Map<Reference, Set<Object>> targets = new ConcurrentHashMap<>();

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
            TableChecks check = new TableChecks(table, published(table), this);
            long rows = check.checkRows();
            if (rows > 0) {
                check.checkRelations();
            }
            return new Checked(table, rows, TableChecks.declared(table), check.violations());
        } catch (Exception e) { // Spark throws checked exceptions without declaring them
            return new Checked(table, 0, 1, List.of(new Violation(table, "readable", List.of(String.valueOf(e)))));
        }
    }

    @Override
    public Set<Object> targets(Reference reference) {
        return targets.computeIfAbsent(reference, unknown -> {
            Set<Object> values = new HashSet<>();
            published(reference.target())
                    .select(col(reference.targetColumn()))
                    .collectAsList()
                    .forEach(row -> values.add(row.get(0)));
            return values;
        });
    }

    @Override
    public Dataset<Row> details(Agreement agreement) {
        return published(agreement.details());
    }

    private Dataset<Row> published(Table table) {
        return warehouse.read(table, publication.tables().get(table.path()));
    }
}
