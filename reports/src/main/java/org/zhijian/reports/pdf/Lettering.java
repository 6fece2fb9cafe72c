package org.zhijian.reports.pdf;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Arrays;
import java.util.function.Supplier;

/** A face of the fonts in one size. Sizes and widths are in points. */
final class Lettering {
    private final Face face;
    private final float size;

    Lettering(Face face, float size) {
        this.face = face;
        this.size = size;
    }

    Font font() {
        return face.font.deriveFont(size);
    }

    /** How wide the text is in one line. */
    double width(String text) {
        return text.codePoints().mapToDouble(face::advance).sum() * size;
    }

    /** The distance between two lines. */
    float lineHeight() {
        return face.lineHeight * size;
    }

    /** How far below the top of a line its letters stand. */
    float ascent() {
        return face.ascent * size;
    }

    /** A face with what is known of its characters' widths; it is asked for the same few over and over. */
    static final class Face {
        private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
        private static final float MEASURED = 100;
        private static final byte UNKNOWN = 0;
        private static final byte THERE = 1;
        private static final byte LACKING = 2;

        private final Font font;
        private final Supplier<Face> fallback;
        private final float lineHeight;
        private final float ascent;
        private final float[] advances = new float[Character.MAX_VALUE + 1];
        /** Of each character: not asked for yet, there or lacking. */
        private final byte[] glyphs = new byte[Character.MAX_VALUE + 1];

        /** @param fallback the face of a character that this one lacks, or null */
        Face(Font font, Supplier<Face> fallback) {
            this.font = font.deriveFont(MEASURED);
            this.fallback = fallback;
            this.lineHeight = this.font.getLineMetrics("中", EXACT).getHeight() / MEASURED;
            this.ascent = this.font.getLineMetrics("中", EXACT).getAscent() / MEASURED;
            Arrays.fill(advances, Float.NaN);
        }

        boolean has(int character) {
            if (character >= glyphs.length) {
                return font.canDisplay(character);
            }
            if (glyphs[character] == UNKNOWN) {
                glyphs[character] = font.canDisplay(character) ? THERE : LACKING;
            }
            return glyphs[character] == THERE;
        }

        private float advance(int character) {
            if (character >= advances.length) {
                return measure(character);
            }
            float known = advances[character];
            if (Float.isNaN(known)) {
                known = measure(character);
                advances[character] = known;
            }
            return known;
        }

        private float measure(int character) {
            Face other = has(character) ? null : fallback.get();
            return other == null ? own(character) : other.advance(character);
        }

        private float own(int character) {
            return (float) font.getStringBounds(Character.toString(character), EXACT)
                            .getWidth()
                    / MEASURED;
        }
    }
}
