package org.zhijian.etl.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.rule.Agreement.Distance;

/**
 * Data of R's irr package with the answers it publishes. The files are not ours to ship: the tests read them where {@code
 * zhijian.samples}, by default {@code ../shared/samples} beside the project, says.
 */
class PublishedAgreementTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("zhijian.samples", "../../shared/samples"), "statistics");

    @BeforeAll
    static void theFilesAreThere() {
        assumeTrue(
                Files.isDirectory(FOLDER),
                () -> "the published data are not in " + FOLDER.toAbsolutePath().normalize()
                        + "; say where they are with -Dzhijian.samples=...");
    }

    @Test
    void fleissKappaOfSixPsychiatristsDiagnoses() throws IOException {
        List<List<String>> diagnoses = ratings("irr_diagnoses.csv");
        List<String> categories =
                diagnoses.stream().flatMap(List::stream).distinct().toList();
        int[][] counts = diagnoses.stream()
                .map(subject -> categories.stream()
                        .mapToInt(category ->
                                (int) subject.stream().filter(category::equals).count())
                        .toArray())
                .toArray(int[][]::new);
        assertThat(counts).hasDimensions(30, 5);
        assertThat(Agreement.fleissKappa(counts).orElseThrow()).isCloseTo(0.4302445, within(5e-8));
    }

    /** The package counts steps between the levels that these two raters used: from 4 to 6 is one, as neither said 5. */
    @Test
    void cohensKappaOfTheSecondAndThirdRaterOfAnxiety() throws IOException {
        List<String> second = rater(2);
        List<String> third = rater(3);
        List<String> levels = Stream.concat(second.stream(), third.stream())
                .distinct()
                .sorted()
                .toList();
        assertThat(levels).containsExactly("1", "2", "3", "4", "6");
        assertThat(kappa(second, third, levels, Distance.UNWEIGHTED)).isCloseTo(-0.006289308, within(5e-10));
        assertThat(kappa(second, third, levels, Distance.LINEAR)).isCloseTo(0.1459075, within(5e-8));
        assertThat(kappa(second, third, levels, Distance.SQUARED)).isCloseTo(0.2520325, within(5e-8));
    }

    private static double kappa(List<String> first, List<String> second, List<String> levels, Distance distance) {
        return Agreement.cohenKappa(
                        first.stream().mapToInt(levels::indexOf).toArray(),
                        second.stream().mapToInt(levels::indexOf).toArray(),
                        distance)
                .orElseThrow();
    }

    private static List<String> rater(int number) throws IOException {
        return ratings("irr_anxiety.csv").stream()
                .map(subject -> subject.get(number - 1))
                .toList();
    }

    /** A row a subject, a column a rater. */
    private static List<List<String>> ratings(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .skip(1)
                .map(line -> Arrays.asList(line.split(",", -1)))
                .map(cells -> cells.subList(1, cells.size()))
                .toList();
    }
}
