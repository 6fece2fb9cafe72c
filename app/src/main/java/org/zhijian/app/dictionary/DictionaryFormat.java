package org.zhijian.app.dictionary;

import java.io.PrintWriter;
import java.util.List;
import org.zhijian.schema.Table;
import org.zhijian.schema.text.Text;

/** The forms the data dictionary comes in. */
public enum DictionaryFormat {
    /** For a terminal of 100 columns. */
    TEXT {
        @Override
        public void write(List<Table> tables, Text text, PrintWriter out) {
            new TextDictionary(new Wording(text), out).write(tables);
        }
    },
    /** For a document. */
    MARKDOWN {
        @Override
        public void write(List<Table> tables, Text text, PrintWriter out) {
            new MarkdownDictionary(new Wording(text), out).write(tables);
        }
    };

    /** Writes what is declared about these tables. */
    public abstract void write(List<Table> tables, Text text, PrintWriter out);
}
