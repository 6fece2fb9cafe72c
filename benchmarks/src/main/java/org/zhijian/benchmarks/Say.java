package org.zhijian.benchmarks;

import java.util.Locale;

/** Standard output. */
final class Say {
    private Say() {}

    static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
