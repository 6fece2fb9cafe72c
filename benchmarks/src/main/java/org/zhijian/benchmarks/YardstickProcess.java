package org.zhijian.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The yardstick in a process of its own, which says on standard output what each script took. */
final class YardstickProcess {
    private static final String LOADED = "load ";
    private static final String COMPUTED = "mart ";

    /**
     * What it took.
     *
     * @param process the process from its start to its exit
     * @param load seconds of each script that makes the star
     * @param marts seconds of each mart
     */
    record Outcome(Measured process, Map<String, Double> load, Map<String, Double> marts) {
        double loadSeconds() {
            return sum(load);
        }

        double martSeconds() {
            return sum(marts);
        }

        private static double sum(Map<String, Double> seconds) {
            return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    private YardstickProcess() {}

    /** Runs it in a new process. */
    static Outcome run(Path landing, Path out, LocalDate runDate, Yardstick.Keeps keeps, Path log) {
        Folders.delete(out);
        Measured process = Measured.java(
                log,
                List.of("-Xmx256m"),
                YardstickProcess.class,
                List.of(landing.toString(), out.toString(), runDate.toString(), keeps.name()));
        return new Outcome(process, seconds(process, LOADED), seconds(process, COMPUTED));
    }

    /** Called with landing folder, folder of the Parquet files, run date and what is kept. */
    public static void main(String[] args) throws SQLException, IOException {
        try (Yardstick yardstick = new Yardstick(
                Path.of(args[0]), Path.of(args[1]), LocalDate.parse(args[2]), Yardstick.Keeps.valueOf(args[3]))) {
            yardstick.load().forEach((name, seconds) -> System.out.println(LOADED + name + " " + seconds));
            yardstick.marts().forEach((name, seconds) -> System.out.println(COMPUTED + name + " " + seconds));
        }
    }

    private static Map<String, Double> seconds(Measured process, String prefix) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (String line : process.output()) {
            if (line.startsWith(prefix)) {
                int space = line.lastIndexOf(' ');
                seconds.put(line.substring(prefix.length(), space), Double.parseDouble(line.substring(space + 1)));
            }
        }
        return seconds;
    }
}
