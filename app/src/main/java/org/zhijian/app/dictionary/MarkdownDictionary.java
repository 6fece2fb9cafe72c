package org.zhijian.app.dictionary;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** Writes the data dictionary as Markdown, a chapter a layer. */
record MarkdownDictionary(Wording words, PrintWriter out) {

    void write(List<Table> tables) {
        out.println("# " + words.of("title"));
        for (Layer layer : Layer.values()) {
            List<Table> ofLayer =
                    tables.stream().filter(table -> table.layer() == layer).toList();
            if (!ofLayer.isEmpty()) {
                out.println();
                out.println("## " + words.layer(layer));
                ofLayer.forEach(this::write);
            }
        }
    }

    private void write(Table table) {
        out.println();
        out.println("### " + table.name());
        out.println();
        out.println(words.grain(table));
        out.println();
        words.facts(table).forEach(fact -> out.println("- " + fact));
        out.println();
        line(Stream.of("column", "type", "presence", "meaning").map(words::of));
        line(Stream.of("---", "---", "---", "---"));
        for (Column column : table.columns()) {
            line(Stream.of(
                    "`" + column.name() + "`",
                    column.type().sql(),
                    words.isRequired(column),
                    words.meaning(column).replace("|", "\\|")));
        }
    }

    private void line(Stream<String> cells) {
        out.println(cells.collect(Collectors.joining(" | ", "| ", " |")));
    }
}
