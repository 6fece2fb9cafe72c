package org.zhijian.app.dictionary;

import java.io.PrintWriter;
import java.util.List;
import org.zhijian.app.console.DisplayWidth;
import org.zhijian.app.console.TextTable;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;

/** Writes the data dictionary for a terminal. */
record TextDictionary(Wording words, PrintWriter out) {

    private static final int LINE = 100;
    private static final String INDENT = "  ";

    void write(List<Table> tables) {
        for (Table table : tables) {
            out.println(table);
            print(words.about(table));
            words.facts(table).forEach(this::print);
            out.println();
            TextTable columns = new TextTable()
                    .column(words.of("column"))
                    .column(words.of("type"))
                    .column(words.of("presence"))
                    .column(words.of("meaning"));
            for (Column column : table.columns()) {
                columns.row(column.name(), column.type().sql(), words.isRequired(column), words.meaning(column));
            }
            columns.print(out);
            out.println();
        }
    }

    private void print(String paragraph) {
        DisplayWidth.wrap(paragraph, LINE - INDENT.length()).forEach(line -> out.println(INDENT + line));
    }
}
