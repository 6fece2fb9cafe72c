package org.zhijian.reports.render;

import java.util.List;
import java.util.stream.Collectors;
import org.zhijian.reports.content.Period;
import org.zhijian.schema.text.UserError;

/**
 * One report about one period.
 *
 * @param report the report
 * @param period the period
 * @param formats the files to make
 */
public record ReportRequest(Report report, Period period, List<FileFormat> formats) {
    /** @throws UserError when the report is not made about such periods, or not as such files */
    public ReportRequest {
        formats = List.copyOf(formats);
        if (!report.kinds().contains(period.kind())) {
            throw new UserError(
                    "reports.render.wrong-period",
                    report,
                    period,
                    report.kinds().stream()
                            .map(kind -> Period.containing(period.first(), kind).toString())
                            .collect(Collectors.joining(", ")));
        }
        for (FileFormat format : formats) {
            if (!report.formats().contains(format)) {
                throw new UserError("reports.render.wrong-format", report, format, report.formats());
            }
        }
    }

    /** The report as all its files. */
    public static ReportRequest of(Report report, Period period) {
        return new ReportRequest(report, period, report.formats());
    }
}
