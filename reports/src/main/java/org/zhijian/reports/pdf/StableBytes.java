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
    private static final Pattern SUBSET = Pattern.compile("/([A-Z]{6})\\+(?=Noto)");

    private StableBytes() {}

    static byte[] of(byte[] pdf) {
        byte[] stable = pdf.clone();
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        Map<String, String> subsets = new LinkedHashMap<>();
        Matcher names = SUBSET.matcher(text);
        while (names.find()) {
            String name = subsets.computeIfAbsent(names.group(1), random -> name(subsets.size()));
            put(stable, names.start(1), name);
        }
        Matcher identifier = IDENTIFIER.matcher(text);
        while (identifier.find()) {
            put(stable, identifier.start(1), "0".repeat(32));
            put(stable, identifier.start(2), "0".repeat(32));
        }
        String fingerprint = fingerprint(stable);
        identifier.reset();
        while (identifier.find()) {
            put(stable, identifier.start(1), fingerprint);
            put(stable, identifier.start(2), fingerprint);
        }
        return stable;
    }

    /** AAAAAA, AAAAAB and so on. */
    private static String name(int number) {
        StringBuilder name = new StringBuilder();
        for (int i = 0, rest = number; i < 6; i++, rest /= 26) {
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
