package org.zhijian.schema.settings;

import java.nio.charset.Charset;

/** The encodings landing files can be in. */
public enum Encoding {
    UTF_8("UTF-8"),
    GB18030("GB18030");

    private final String word;

    Encoding(String word) {
        this.word = word;
    }

    public Charset charset() {
        return Charset.forName(word);
    }

    @Override
    public String toString() {
        return word;
    }
}
