package org.zhijian.reports.render;

import static org.zhijian.reports.content.Period.Kind.DAY;
import static org.zhijian.reports.content.Period.Kind.MONTH;
import static org.zhijian.reports.content.Period.Kind.QUARTER;
import static org.zhijian.reports.content.Period.Kind.WEEK;
import static org.zhijian.reports.render.FileFormat.PDF;
import static org.zhijian.reports.render.FileFormat.XLSX;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhijian.reports.content.CalibrationReport;
import org.zhijian.reports.content.CompetencyList;
import org.zhijian.reports.content.DailyLog;
import org.zhijian.reports.content.DefectBreakdown;
import org.zhijian.reports.content.IndicatorSheets;
import org.zhijian.reports.content.MonthlyReport;
import org.zhijian.reports.content.Period;
import org.zhijian.reports.content.QuarterlyReport;
import org.zhijian.reports.content.ReportSource;
import org.zhijian.reports.content.ScoreDetails;
import org.zhijian.reports.content.WeeklyReport;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.sheet.QaPlan;
import org.zhijian.reports.sheet.QaPlanDocument;
import org.zhijian.reports.sheet.QaPlanReader;
import org.zhijian.reports.sheet.ScoreSheet;
import org.zhijian.schema.text.UserError;

/** The reports (SPEC §6): which periods each is about, the files it is made as, and what they hold. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are copies that nobody changes, the functions have no state
public enum Report {
    DAILY_LOG(List.of(DAY), List.of(PDF), DailyLog::of),
    WEEKLY_REPORT(List.of(WEEK), List.of(PDF, XLSX), WeeklyReport::of),
    MONTHLY_REPORT(List.of(MONTH), List.of(PDF, XLSX), MonthlyReport::of),
    QUARTERLY_TREND(List.of(QUARTER), List.of(PDF), QuarterlyReport::of),
    INDICATOR_SHEETS(List.of(MONTH), List.of(PDF, XLSX), IndicatorSheets::of),
    DEFECT_BREAKDOWN(List.of(MONTH, WEEK), List.of(XLSX), DefectBreakdown::of),
    /** One file an agent. */
    SCORE_DETAILS(List.of(MONTH), List.of(PDF)) {
        @Override
        Stream<Part> parts(ReportSource source, Period period) {
            ScoreDetails details = ScoreDetails.of(source, period);
            return details.agents().stream()
                    .map(agent -> Part.of(toString(), fileName(period) + "-" + agent, () -> details.document(agent)));
        }
    },
    /** The plan, and score sheets to fill in, one an inspector. */
    QA_PLAN(List.of(MONTH), List.of(XLSX)) {
        @Override
        Stream<Part> parts(ReportSource source, Period period) {
            QaPlan plan = QaPlanReader.read(source.warehouse(), period.first());
            return Stream.concat(
                    Stream.of(Part.of("", fileName(period), () -> QaPlanDocument.of(plan, source.text()))),
                    ScoreSheet.of(plan, source.text()).stream().map(sheet -> Part.of("score-sheets", sheet)));
        }
    },
    COMPETENCY_LIST(List.of(MONTH), List.of(PDF, XLSX), CompetencyList::of),
    CALIBRATION_REPORT(List.of(MONTH), List.of(PDF), CalibrationReport::of);

    private final List<Period.Kind> kinds;
    private final List<FileFormat> formats;
    private final BiFunction<ReportSource, Period, Document> document;

    Report(List<Period.Kind> kinds, List<FileFormat> formats, BiFunction<ReportSource, Period, Document> document) {
        this.kinds = kinds;
        this.formats = formats;
        this.document = document;
    }

    Report(List<Period.Kind> kinds, List<FileFormat> formats) {
        this(kinds, formats, null);
    }

    /** The files of the report, in order. */
    Stream<Part> parts(ReportSource source, Period period) {
        return Stream.of(Part.of("", fileName(period), () -> document.apply(source, period)));
    }

    String fileName(Period period) {
        return this + "-" + period;
    }

    /** What it is made as, the form that people read first. */
    public List<FileFormat> formats() {
        return formats;
    }

    /** The lengths of period that it can be about, the usual one first. */
    public List<Period.Kind> kinds() {
        return kinds;
    }

    /**
     * The report of that name.
     *
     * @throws UserError when there is none, with those that there are
     */
    public static Report named(String name) {
        return Arrays.stream(values())
                .filter(report -> report.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserError("reports.render.no-such-report", name, names()));
    }

    /** As it stands on the command line and in file names, such as monthly-report. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String names() {
        return Arrays.stream(values()).map(Report::toString).collect(Collectors.joining(", "));
    }
}
