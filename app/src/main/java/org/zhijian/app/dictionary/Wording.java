package org.zhijian.app.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhijian.schema.Agreement;
import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Reference;
import org.zhijian.schema.Table;
import org.zhijian.schema.text.Text;

/** What the declarations say, in words of one language. */
record Wording(Text text) {

    String of(String key) {
        return text.of("app.schema." + key);
    }

    String layer(Layer layer) {
        return of("layer." + layer.name().toLowerCase(Locale.ROOT));
    }

    String grain(Table table) {
        return text.isChinese() ? table.grainZh() : table.grain();
    }

    String isRequired(Column column) {
        return of(column.isRequired() ? "required" : "optional");
    }

    /** The meaning, and after it which values are accepted. */
    String meaning(Column column) {
        String meaning = text.isChinese() ? column.meaningZh() : column.meaning();
        List<String> accepted = new ArrayList<>();
        if (!column.accepted().isEmpty()) {
            accepted.add(String.join(", ", column.accepted()));
        }
        if (column.range() != null) {
            accepted.add(range(column.range()));
        }
        return accepted.isEmpty() ? meaning : meaning + " [" + String.join("; ", accepted) + "]";
    }

    /** The table's layer and grain. */
    String about(Table table) {
        return text.of("app.schema.about", layer(table.layer()), grain(table));
    }

    /** What is declared about the table as a whole, a line each. */
    List<String> facts(Table table) {
        List<String> facts = new ArrayList<>();
        facts.add(text.of("app.schema.key", listed(table.key(), Column::name)));
        if (!table.partitions().isEmpty()) {
            facts.add(text.of("app.schema.partition", listed(table.partitions(), Column::name)));
        }
        if (!table.references().isEmpty()) {
            facts.add(text.of("app.schema.references", listed(table.references(), Wording::reference)));
        }
        table.agreements().forEach(agreement -> facts.add(agreement(agreement)));
        return facts;
    }

    private static String reference(Reference reference) {
        return reference.column() + " → " + reference.target() + "." + reference.targetColumn();
    }

    private String agreement(Agreement agreement) {
        return text.of(
                "app.schema.agreement",
                agreement.total(),
                agreement.details() + "." + agreement.detail(),
                agreement.by());
    }

    private static String range(Column.Range range) {
        if (range.max() == null) {
            return "≥ " + plain(range.min());
        }
        return range.min() == null ? "≤ " + plain(range.max()) : plain(range.min()) + "–" + plain(range.max());
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    private static <T> String listed(List<T> parts, Function<T, String> name) {
        return parts.stream().map(name).collect(Collectors.joining(", "));
    }
}
