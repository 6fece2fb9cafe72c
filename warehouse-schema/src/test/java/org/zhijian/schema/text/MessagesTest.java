package org.zhijian.schema.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of every module, found in the sources beside this module. */
class MessagesTest {
    private static final Path PROJECT = Path.of("..");

    /** An argument's place; not a word that agrees with it, which Chinese does not need. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$?\\{[^}|]*}");

    private static final Pattern USER_ERROR = Pattern.compile("new UserError\\(\\s*\"([^\"]+)\"\\s*[,)]");

    @Test
    void everyModuleWithTextsIsFound() {
        assertThat(bundles()).extracting(MessagesTest::module).contains("schema", "generator", "etl", "reports", "app");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesSayTheSameThings(Path english) {
        Map<String, String> texts = read(english);
        Map<String, String> chinese = read(english.resolveSibling("messages_zh.properties"));

        assertThat(chinese.keySet()).isEqualTo(texts.keySet());
        texts.forEach((key, text) -> {
            assertThat(key).startsWith(module(english) + ".");
            assertThat(text).as(key).doesNotContainPattern("\\p{IsHan}");
            assertThat(placeholders(chinese.get(key))).as(key).isEqualTo(placeholders(text));
        });
    }

    @Test
    void everyUserErrorHasItsText() {
        Set<String> known = bundles().stream()
                .flatMap(bundle -> read(bundle).keySet().stream())
                .collect(Collectors.toSet());

        for (Path source : files("src/main/java", ".java")) {
            Matcher errors = USER_ERROR.matcher(text(source));
            while (errors.find()) {
                assertThat(known).as(source.toString()).contains(errors.group(1));
            }
        }
    }

    private static List<Path> bundles() {
        return files("src/main/resources", "messages.properties");
    }

    /** The files of that ending below that folder of any module. */
    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> modules = Files.list(PROJECT)) {
            return modules.map(module -> module.resolve(folder))
                    .filter(Files::isDirectory)
                    .flatMap(MessagesTest::below)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The word that the bundle's keys begin with: the last of its packages. */
    private static String module(Path bundle) {
        return bundle.getParent().getFileName().toString();
    }

    private static Map<String, String> read(Path bundle) {
        Map<String, String> texts = new TreeMap<>();
        Properties properties = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                assertThat(texts.put((String) key, (String) value))
                        .as(key + " a second time in " + bundle)
                        .isNull();
                return null;
            }
        };
        try (Reader reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static Set<String> placeholders(String text) {
        Set<String> placeholders = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            placeholders.add(matcher.group());
        }
        return placeholders;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
