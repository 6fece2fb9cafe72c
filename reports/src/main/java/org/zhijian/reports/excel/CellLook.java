package org.zhijian.reports.excel;

import java.awt.Color;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.zhijian.reports.look.Look;

/**
 * How a cell looks, apart from what it holds. Looks with the same parts are the same, so that a workbook has each once.
 *
 * @param format Excel's number format
 * @param size the font's size in points
 * @param ink the font's colour
 * @param fill the ground, or null
 * @param across where the content stands in the column
 * @param down where it stands in the row
 * @param indent how far from the edge, in Excel's steps
 * @param rules the lines at its sides
 * @param traits the rest
 */
public record CellLook(
        String format,
        int size,
        Color ink,
        Color fill,
        HorizontalAlignment across,
        VerticalAlignment down,
        int indent,
        Map<Side, Rule> rules,
        Set<Trait> traits) {

    /** A screen is further away than paper. */
    private static final int SCREEN = 1;

    /** Running text. */
    public static final CellLook BODY = new CellLook(
            "General",
            Look.BODY_SIZE + SCREEN,
            Look.INK,
            null,
            HorizontalAlignment.GENERAL,
            VerticalAlignment.TOP,
            0,
            Map.of(),
            Set.of());

    /** A side of a cell. */
    public enum Side {
        TOP,
        BOTTOM,
        LEFT,
        RIGHT
    }

    /** What a cell is or is not. */
    public enum Trait {
        BOLD,
        UNDERLINED,
        WRAPPED,
        /** Stays text when a person edits it, even if it begins like a formula. */
        QUOTED,
        /** May be edited in a protected sheet. */
        UNLOCKED
    }

    /**
     * A line at a cell's side.
     *
     * @param style how thick
     * @param color its colour
     */
    public record Rule(BorderStyle style, Color color) {}

    public CellLook {
        rules = Map.copyOf(rules);
        traits = Set.copyOf(traits);
    }

    public CellLook format(String other) {
        return new CellLook(other, size, ink, fill, across, down, indent, rules, traits);
    }

    /** The look in another size, which {@link Look} states for paper. */
    public CellLook size(int paper) {
        return new CellLook(format, paper + SCREEN, ink, fill, across, down, indent, rules, traits);
    }

    public CellLook ink(Color other) {
        return new CellLook(format, size, other, fill, across, down, indent, rules, traits);
    }

    public CellLook fill(Color other) {
        return new CellLook(format, size, ink, other, across, down, indent, rules, traits);
    }

    public CellLook across(HorizontalAlignment other, int steps) {
        return new CellLook(format, size, ink, fill, other, down, steps, rules, traits);
    }

    public CellLook down(VerticalAlignment other) {
        return new CellLook(format, size, ink, fill, across, other, indent, rules, traits);
    }

    public CellLook rule(Side side, BorderStyle style, Color color) {
        Map<Side, Rule> more = new EnumMap<>(Side.class);
        more.putAll(rules);
        more.put(side, new Rule(style, color));
        return new CellLook(format, size, ink, fill, across, down, indent, more, traits);
    }

    public CellLook with(Trait trait) {
        Set<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new CellLook(format, size, ink, fill, across, down, indent, rules, more);
    }
}
