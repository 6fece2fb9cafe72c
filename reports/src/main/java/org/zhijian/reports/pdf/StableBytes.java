package org.zhijian.reports.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes from a PDF what differs between two writings of the same document: the file's identifier and the names of the
 * fonts' subsets. Everything keeps its place, on which the file's table of contents depends.
 */
final class StableBytes {
    private static final Pattern IDENTIFIER =
            Pattern.compile("/ID ?\\[ ?<([0-9a-fA-F]{32})> ?<([0-9a-fA-F]{32})> ?\\]");
    /** How long the name of a subset is, and what stands behind it: {@code /QKDJSA+NotoSansSC}. */
    private static final int SUBSET = 6;

    private static final String BEHIND_SUBSET = "+Noto";

    private StableBytes() {}

    static byte[] of(byte[] pdf) {
        byte[] stable = pdf.clone();
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        Map<String, String> subsets = new LinkedHashMap<>();
        for (int end = text.indexOf(BEHIND_SUBSET); end >= 0; end = text.indexOf(BEHIND_SUBSET, end + 1)) {
            int start = end - SUBSET;
            if (start > 0 && text.charAt(start - 1) == '/') {
                String name = subsets.computeIfAbsent(text.substring(start, end), random -> name(subsets.size()));
                put(stable, start, name);
            }
        }
        Matcher identifier = IDENTIFIER.matcher(text);
        if (!identifier.find(Math.max(0, text.lastIndexOf("trailer")))) {
            throw new IllegalStateException("The PDF has no identifier in its trailer.");
        }
        put(stable, identifier.start(1), "0".repeat(32));
        put(stable, identifier.start(2), "0".repeat(32));
        String fingerprint = fingerprint(stable);
        put(stable, identifier.start(1), fingerprint);
        put(stable, identifier.start(2), fingerprint);
        return stable;
    }

    /** AAAAAA, AAAAAB and so on. */
    private static String name(int number) {
        StringBuilder name = new StringBuilder();
        for (int i = 0, rest = number; i < SUBSET; i++, rest /= 26) {
            name.insert(0, (char) ('A' + rest % 26));
        }
        return name.toString();
    }

    private static void put(byte[] pdf, int start, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, pdf, start, bytes.length);
    }

    private static String fingerprint(byte[] pdf) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(pdf);
            return HexFormat.of().formatHex(digest, 0, 16).toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
