package org.zhijian.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that has ended well.
 *
 * @param seconds from its start to its exit
 * @param peakBytes the most memory it held at once, resident; 0 where the system does not tell
 * @param output the lines it wrote
 */
record Measured(double seconds, long peakBytes, List<String> output) {
    /** The system keeps the peak, so that only what is new in the last moment before the exit is missed. */
    private static final int MILLISECONDS_BETWEEN_LOOKS = 20;

    private static final String PEAK = "VmHWM:";

    Measured {
        output = List.copyOf(output);
    }

    /** Runs a command; what it writes goes to a file. */
    static Measured command(Path log, List<String> command) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
            long peak = 0;
            while (!process.waitFor(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peak(status));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        String.join(" ", command) + " ended with " + process.exitValue() + ", see " + log);
            }
            return new Measured(seconds, peak, Files.readAllLines(log, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The wait was interrupted", e);
        }
    }

    /** Runs a class of this program in a new JVM. */
    static Measured java(Path log, List<String> options, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return command(log, command);
    }

    /** In thousands of millions of bytes. */
    double peakGigabytes() {
        return peakBytes / 1e9;
    }

    private static long peak(Path status) {
        try {
            return Files.readAllLines(status, StandardCharsets.UTF_8).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // It has just ended, or the system has no such file.
            return 0;
        }
    }
}
