package org.zhijian.schema.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.MissingResourceException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final String KEY = "schema.settings.unknown";

    @Test
    void aMessageIsInTheLanguageAskedFor() {
        assertThat(new Text(Text.ENGLISH).of(KEY, "a", "b", "c")).startsWith("There is no setting a; did you mean b?");
        assertThat(new Text(Text.CHINESE).of(KEY, "a", "b", "c")).startsWith("没有名为 a 的设置，是否指 b？");
        assertThat(new Text(Locale.TRADITIONAL_CHINESE).isChinese()).isTrue();
        assertThat(new Text(Locale.FRENCH).of(KEY, "a", "b", "c")).startsWith("There is no setting");
    }

    @Test
    void argumentsStandAsTheyAre() {
        String message = new Text(Text.ENGLISH).of(KEY, 1234567, "it's {0}", null);

        assertThat(message).contains("setting 1234567;", "mean it's {0}?", "in null.");
    }

    @Test
    void wordsAgreeWithNumbers() {
        Text text = new Text(Text.ENGLISH);

        assertThat(text.of("test.drawn", 1, 2)).isEqualTo("1 row was drawn for 2 inspectors.");
        assertThat(text.of("test.drawn", 0, "1")).isEqualTo("0 rows were drawn for 1 inspector.");
    }

    @Test
    void largeCountsAreGroupedWhereAsked() {
        assertThat(new Text(Text.ENGLISH).of("test.counted", 1234L, 1234567))
                .isEqualTo("1,234 of 1,234,567 rows in 1234.");
    }

    @Test
    void anUnknownKeyIsAFault() {
        Assertions.assertThatExceptionOfType(MissingResourceException.class)
                .isThrownBy(() -> new Text(Text.ENGLISH).of("schema.no.such.text"));
    }

    @Test
    void aUserErrorSpeaksBothLanguagesAndKeepsItsCause() {
        Exception cause = new IllegalStateException("broken");
        UserError error = new UserError(KEY, "a", "b", "c").causedBy(cause);

        assertThat(error).hasMessageStartingWith("There is no setting a").hasCause(cause);
        assertThat(error.in(new Text(Text.CHINESE))).startsWith("没有名为 a 的设置");
        assertThat(error.key()).isEqualTo(KEY);
    }
}
