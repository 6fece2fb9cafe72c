package org.zhijian.reports.document;

import java.util.List;
import java.util.Locale;

/**
 * A report's content: PDF and workbook are both made from it, so that they can't say different things.
 *
 * @param title what it is, such as 质检月报
 * @param subtitle for whom and when, such as the period or an agent's name
 * @param source one line that says what it was made from; it stands at the foot of every page
 * @param locale the language of the texts and of the numbers
 * @param sections the content
 */
public record Document(String title, String subtitle, String source, Locale locale, List<Section> sections) {
    public Document {
        sections = List.copyOf(sections);
    }
}
