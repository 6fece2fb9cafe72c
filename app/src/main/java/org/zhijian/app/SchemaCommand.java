package org.zhijian.app;

import java.util.List;
import java.util.stream.Collectors;
import org.zhijian.app.console.Console;
import org.zhijian.app.dictionary.DictionaryFormat;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.text.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code schema}: the data dictionary. */
@Command(name = "schema")
final class SchemaCommand implements Runnable {
    private final Console console;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private DictionaryFormat format;

    @Option(names = "--table", paramLabel = "TABLE")
    private String table;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        format.write(table == null ? WarehouseSchema.ALL : List.of(named(table)), console.text(), console.out());
    }

    /**
     * The table of that name.
     *
     * @throws UserError when there is none
     */
    static Table named(String name) {
        return WarehouseSchema.table(name)
                .orElseThrow(() -> new UserError(
                        "app.no-such-table",
                        name,
                        WarehouseSchema.ALL.stream().map(Table::name).collect(Collectors.joining(", "))));
    }
}
