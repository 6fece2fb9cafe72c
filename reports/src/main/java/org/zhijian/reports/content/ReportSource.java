package org.zhijian.reports.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Selection;
import org.zhijian.schema.Table;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.settings.Setting;
import org.zhijian.schema.text.Text;
import org.zhijian.schema.text.UserError;

/** What reports are made from: a publication, the language to tell it in, and what numbers and codes are called. */
public final class ReportSource {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final PublishedWarehouse warehouse;
    private final Text text;
    private final Names names;

    private ReportSource(PublishedWarehouse warehouse, Text text) {
        this.warehouse = warehouse;
        this.text = text;
        this.names = Names.of(this);
    }

    private ReportSource(PublishedWarehouse warehouse, Text text, Names names) {
        this.warehouse = warehouse;
        this.text = text;
        this.names = names;
    }

    /** Reads the names; the marts are read as reports need them. */
    public static ReportSource of(PublishedWarehouse warehouse, Text text) {
        return new ReportSource(warehouse, text);
    }

    public PublishedWarehouse warehouse() {
        return warehouse;
    }

    public Publication publication() {
        return warehouse.publication();
    }

    public Text text() {
        return text;
    }

    Names names() {
        return names;
    }

    /** The text of {@code reports.content.<key>}. */
    String say(String key, Object... arguments) {
        return text.of("reports.content." + key, arguments);
    }

    /** What is said of a value of that kind, such as tier-reason and top. */
    String word(String kind, String value) {
        return say(kind + "." + value);
    }

    /** Several as one phrase: a、b、c or a, b, c. */
    String listed(List<String> words) {
        return String.join(say("list-separator"), words);
    }

    /** Sentences as one text. */
    String sentences(List<String> sentences) {
        return String.join(text.isChinese() ? "" : " ", sentences);
    }

    /** The rows of the table that satisfy all of these; none where the publication does not have the table. */
    List<Row> rows(Table table, Condition... conditions) {
        return rows(Selection.of(table, conditions));
    }

    /** The selected rows; none where the publication does not have the table. */
    List<Row> rows(Selection selection) {
        return warehouse.rowsIfAny(selection);
    }

    /** The last day that counts in the report: the period's, or the publication's where the period has not ended then. */
    LocalDate lastDay(Period period) {
        LocalDate closed = publication().businessDate();
        return closed.isBefore(period.last()) ? closed : period.last();
    }

    /**
     * Whether the period had ended when the publication was made.
     *
     * @throws UserError when it had not even begun
     */
    boolean isClosed(Period period) {
        LocalDate closed = publication().businessDate();
        if (closed.isBefore(period.first())) {
            throw new UserError(
                    "reports.content.period.not-begun", period, publication().number(), closed);
        }
        return !period.last().isAfter(closed);
    }

    /** The line that says what a report was made from. */
    String made() {
        Publication publication = publication();
        return say(
                "made-from",
                publication.number(),
                publication.businessDate(),
                MINUTE.format(LocalDateTime.ofInstant(publication.publishedAt(), ZoneId.of(publication.zone()))),
                publication.software());
    }

    /** The period as the report's subtitle says it, with how far its data go where it has not ended. */
    String subtitle(Period period) {
        String label = period.label(text);
        return isClosed(period)
                ? label
                : say("period.running", label, publication().businessDate());
    }

    /** The same in another publication, with the names of this one. */
    ReportSource asPublished(Publication other) {
        return new ReportSource(warehouse.numbered(other.number()), text, names);
    }

    /** A column of a table; its heading is the text of that key. */
    Grid.Heading column(String key, Format format, int width) {
        return new Grid.Heading(say(key), format, width);
    }

    /** A column whose heading is a word that elsewhere stands within sentences. */
    static Grid.Heading headed(String word, Format format, int width) {
        return new Grid.Heading(capitalized(word), format, width);
    }

    /** Words as a heading begins. */
    static String capitalized(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The moment as the centre's clocks show it. */
    LocalDateTime local(Instant moment) {
        return Format.local(moment, ZoneId.of(publication().zone()));
    }

    /** The day of the moment by the centre's clocks, null where there is none. */
    LocalDate localDay(Instant moment) {
        return moment == null ? null : local(moment).toLocalDate();
    }

    /** The setting as it was when the publication was made. */
    String setting(Setting<?> setting) {
        return publication().settings().getOrDefault(setting.key(), setting.defaultValue());
    }

    /** A setting that is a number. */
    BigDecimal number(Setting<?> setting) {
        return new BigDecimal(setting(setting));
    }

    /** A number in a sentence: at most so many decimals, half up, without zeros at the end. */
    static String plain(Number number, int decimals) {
        BigDecimal rounded = new BigDecimal(number.toString()).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
