package org.zhijian.app.night;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.app.console.Console;
import org.zhijian.app.console.Progress;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.render.DueReports;
import org.zhijian.reports.render.ReportFiles;
import org.zhijian.reports.render.ReportRequest;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.text.Text;

/** Makes the reports that are due after a night, in every language of the centre. */
public final class NightlyReports {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyReports.class);

    private final Console console;
    private final Path out;

    /** @param out the folder of all reports */
    public NightlyReports(Console console, Path out) {
        this.console = console;
        this.out = out;
    }

    /**
     * Makes them from what the night published, or from what was published before where there was nothing new, and those that
     * nights before should have made. A report that fails does not keep the others from being made.
     *
     * @return the reports that could not be made, with what is wrong
     */
    public List<String> make(Night night) {
        PublishedWarehouse warehouse = PublishedWarehouse.open(night.request().warehouse());
        Publication newest = warehouse.publication();
        List<Publication> earlier = warehouse.history().stream()
                .filter(publication -> publication.number() < newest.number())
                .toList();
        ReportsMade made = new ReportsMade(out);
        List<ReportRequest> due = DueReports.of(made.closedBefore(earlier, newest), newest.businessDate());
        List<String> failures = new ArrayList<>();
        try (Progress.Step step = console.progress().begin(console.text().of("app.night.reports"))) {
            long files = 0;
            for (String language : night.request().settings().get(Settings.REPORT_LOCALES)) {
                ReportFiles reports =
                        new ReportFiles(warehouse, new Text(Locale.forLanguageTag(language)), out, Clock.systemUTC());
                for (ReportRequest request : due) {
                    String name = request.report() + " " + request.period() + " " + language;
                    step.doing(name);
                    try {
                        files += reports.make(request, done -> {}).size();
                    } catch (RuntimeException e) {
                        LOG.error("The report {} could not be made", name, e);
                        failures.add(name + ": " + e.getMessage());
                    }
                }
            }
            step.done(files);
            console.say("app.night.reports-made", files, out);
        }
        failures.forEach(failure -> console.warn("app.night.report-failed", failure));
        if (failures.isEmpty()) {
            made.from(newest);
        }
        return failures;
    }
}
