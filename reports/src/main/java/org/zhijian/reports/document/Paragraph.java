package org.zhijian.reports.document;

/**
 * A piece of running text. It is shown as it is, whatever characters it has.
 *
 * @param text the text; line ends are kept
 * @param role what the text does
 */
public record Paragraph(String text, Role role) implements Block {

    /** What a text does for its reader. */
    public enum Role {
        /** The one sentence to remember of a section. */
        LEAD,
        BODY,
        /** A definition, a source, a caution. */
        NOTE
    }

    public static Paragraph lead(String text) {
        return new Paragraph(text, Role.LEAD);
    }

    public static Paragraph body(String text) {
        return new Paragraph(text, Role.BODY);
    }

    public static Paragraph note(String text) {
        return new Paragraph(text, Role.NOTE);
    }
}
