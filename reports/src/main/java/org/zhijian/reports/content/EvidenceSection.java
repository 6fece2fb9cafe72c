package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;

/** The section that proves a period's competency flags, evaluation by evaluation. */
final class EvidenceSection {
    private final ReportSource source;
    private final List<Flag> flags;
    private final FlagEvidence evidence;

    private EvidenceSection(ReportSource source, List<Flag> flags) {
        this.source = source;
        this.flags = flags;
        this.evidence = FlagEvidence.of(source, flags);
    }

    static Section of(ReportSource source, List<Flag> flags) {
        return new EvidenceSection(source, flags).section();
    }

    private Section section() {
        List<Block> blocks = new ArrayList<>();
        if (flags.isEmpty()) {
            blocks.add(Paragraph.body(source.say("decisions.none")));
        } else {
            blocks.add(Paragraph.body(source.say("evidence.how-to-read")));
            blocks.add(flags());
            blocks.add(evaluations());
        }
        Section.Start start = flags.isEmpty() ? Section.Start.FOLLOWS : Section.Start.NEW_PAGE;
        return new Section(source.say("section.evidence"), start, blocks);
    }

    private Grid flags() {
        FlagColumns columns = new FlagColumns(source);
        List<TableColumn<Flag>> shown = new ArrayList<>(columns.reached());
        shown.addAll(List.of(columns.inspected(), columns.expected(), columns.state()));
        return TableColumn.grid(source.say("evidence.flags"), shown, flags);
    }

    private Grid evaluations() {
        ProofColumns columns = new ProofColumns(source, evidence);
        List<TableColumn<ProofColumns.Proof>> shown = new ArrayList<>(columns.proven());
        shown.addAll(List.of(columns.severeErrors(), columns.appeals()));
        return TableColumn.grid(source.say("evidence.evaluations"), shown, columns.proofs(flags));
    }
}
