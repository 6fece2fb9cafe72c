package org.zhijian.etl.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhijian.etl.testing.FaultReport;

/** The moments at which nights were killed, counted. Safe for threads. */
final class Kills {
    private final Map<String, Map<Moment.Where, Integer>> counts = new LinkedHashMap<>();
    private int all;
    private int afterPublishing;

    /** Steps are listed in the order of these moments. */
    Kills(List<Moment> night) {
        night.forEach(moment -> counts.computeIfAbsent(moment.step(), step -> new TreeMap<>()));
    }

    synchronized void add(Moment last, boolean published) throws IOException {
        all++;
        afterPublishing += published ? 1 : 0;
        counts.computeIfAbsent(last.step(), step -> new TreeMap<>()).merge(last.where(), 1, Integer::sum);
        FaultReport.update("kills", lines());
    }

    synchronized int all() {
        return all;
    }

    /** How many there were in each step and at which point of a commit. */
    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Kill: " + all + " kills of the nightly run, " + afterPublishing
                + " of them when readers saw it already");
        counts.forEach(
                (step, where) -> lines.add("Kill, step " + step + ": " + sum(where) + " kills: " + where(where)));
        Map<Moment.Where, Integer> overall = new TreeMap<>();
        counts.values().forEach(where -> where.forEach((point, times) -> overall.merge(point, times, Integer::sum)));
        Arrays.stream(Moment.Where.values())
                .forEach(point -> lines.add("Kill, " + point + ": " + overall.getOrDefault(point, 0)));
        return lines;
    }

    private static int sum(Map<Moment.Where, Integer> where) {
        return where.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String where(Map<Moment.Where, Integer> where) {
        return where.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
