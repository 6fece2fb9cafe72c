package org.zhijian.reports.restatement;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** Writes restatements as CSV (RFC 4180) with a header row; several appeals or settings are separated by semicolons. */
public final class RestatementCsv {

    /** Writes all of them and leaves the writer open. */
    public static void write(List<Restatement> restatements, Writer out) {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        csv.writeRecord(
                "publication",
                "business_date",
                "made_on",
                "table",
                "period",
                "agent_id",
                "item",
                "before",
                "after",
                "own_appeals",
                "other_appeals",
                "settings",
                "software");
        for (Restatement restatement : restatements) {
            Cause cause = restatement.cause();
            csv.writeRecord(
                    Long.toString(restatement.publication().number()),
                    restatement.publication().businessDate().toString(),
                    restatement.publication().madeOn().toString(),
                    restatement.table().name(),
                    restatement.period().toString(),
                    restatement.agentId(),
                    restatement.item(),
                    restatement.before(),
                    restatement.after(),
                    String.join(";", cause.ownAppeals()),
                    String.join(";", cause.otherAppeals()),
                    String.join(";", cause.settings()),
                    cause.software());
        }
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RestatementCsv() {}
}
