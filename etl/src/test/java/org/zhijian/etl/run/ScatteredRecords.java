package org.zhijian.etl.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * What a small centre's systems deliver in four months, made by a seed, and how it comes: in which order, in which files and
 * on which nights. Records that only their order tells which of them holds stay in that order; all others come anyhow.
 */
final class ScatteredRecords {
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 11, 1);
    private static final int DAYS = 101;
    private static final int AGENTS = 8;
    private static final int INTERACTIONS = 160;
    private static final int EVALUATIONS = 70;
    private static final List<String> SKILLS = List.of("voice", "online");

    /** Columns by entity. */
    private static final Map<String, String> HEADERS = Map.ofEntries(
            Map.entry("agents", "agent_id,name,team,skill_group,on_post_date,left_date,effective_from"),
            Map.entry("inspectors", "inspector_id,name,level,monthly_capacity"),
            Map.entry("scorecards", "scorecard_id,item_code,item_name,max_points,effective_from"),
            Map.entry("error_types", "error_code,name,severity,category,item_code"),
            Map.entry(
                    "interactions",
                    "interaction_id,channel,business_type,agent_id,started_at,answered_at,talk_seconds,outcome,csat"),
            Map.entry("agent_states", "agent_id,state,from,to"),
            Map.entry(
                    "evaluations",
                    "evaluation_id,interaction_id,agent_id,inspector_id,category,scorecard_id,evaluated_at,review_status,"
                            + "total_score,feedback_at,case_mark,updated_at"),
            Map.entry("evaluation_scores", "evaluation_id,item_code,points"),
            Map.entry("evaluation_errors", "evaluation_id,error_code"),
            Map.entry(
                    "appeals",
                    "appeal_id,evaluation_id,submitted_at,status,decided_at,revised_score,removed_errors,updated_at"),
            Map.entry("calibrations", "session_id,held_on,interaction_id,inspector_id,score,reference"),
            Map.entry("exams", "exam_id,agent_id,taken_on,score"),
            Map.entry(
                    "coaching",
                    "coaching_id,agent_id,evaluation_id,error_code,opened_on,due_on,rechecked_on,recheck_result"));

    /** A record: its entity and its line. */
    private record Landed(String entity, String line) {}

    private final Random random;

    /** Records of which each comes before the next. */
    private final List<List<Landed>> chains = new ArrayList<>();

    private ScatteredRecords(long seed) {
        random = new Random(seed);
    }

    /** The same by the same seed. */
    static ScatteredRecords of(long seed) {
        ScatteredRecords records = new ScatteredRecords(seed);
        records.makeMasterData();
        records.makeInteractions();
        records.makeEvaluations();
        records.makeTheRest();
        return records;
    }

    /** Lands them all, a file an entity. */
    void landAtOnce(Path landing) throws IOException {
        land(landing, chains.stream().flatMap(List::stream).toList(), 1, "csv");
    }

    /**
     * Lands them in another order, some of them twice, in files of several formats.
     *
     * @param nights folders, of which each gets what comes until one night and not before
     * @param seed which order; always the same by the same seed
     */
    void scatter(List<Path> nights, long seed) throws IOException {
        random.setSeed(seed);
        List<Landed> order = inAnyOrder();
        List<Integer> cuts = new ArrayList<>(List.of(0, order.size()));
        for (int i = 1; i < nights.size(); i++) {
            cuts.add(random.nextInt(order.size()));
        }
        Collections.sort(cuts);
        for (int i = 0; i < nights.size(); i++) {
            List<Landed> come = order.subList(cuts.get(i), cuts.get(i + 1));
            land(nights.get(i), come, 3, "csv", "csv.gz", "jsonl");
        }
        try (var files = Files.list(nights.get(0))) {
            List<Path> first = files.sorted().toList();
            if (!first.isEmpty()) {
                Path repeated = first.get(random.nextInt(first.size()));
                String name = repeated.getFileName().toString().replaceFirst("-", "-again-");
                Files.copy(repeated, nights.get(nights.size() - 1).resolve(name));
            }
        }
    }

    private List<Landed> inAnyOrder() {
        TreeMap<Double, Landed> order = new TreeMap<>();
        for (List<Landed> chain : chains) {
            List<Landed> repeated = new ArrayList<>(chain);
            if (random.nextInt(5) == 0) {
                repeated.add(chain.get(chain.size() - 1));
            }
            List<Double> places =
                    random.doubles(repeated.size()).sorted().boxed().toList();
            for (int i = 0; i < places.size(); i++) {
                order.put(places.get(i), repeated.get(i));
            }
        }
        return List.copyOf(order.values());
    }

    /** Up to so many files an entity; the order of their names is that of the records. */
    private void land(Path folder, List<Landed> records, int mostFiles, String... endings) throws IOException {
        Files.createDirectories(folder);
        Map<String, List<String>> lines = records.stream()
                .collect(Collectors.groupingBy(
                        Landed::entity, TreeMap::new, Collectors.mapping(Landed::line, Collectors.toList())));
        for (Map.Entry<String, List<String>> entity : lines.entrySet()) {
            int files = 1 + random.nextInt(mostFiles);
            int from = 0;
            for (int file = 1; file <= files; file++) {
                int rest = entity.getValue().size() - from;
                int to = file == files ? from + rest : from + random.nextInt(rest + 1);
                String ending = endings[random.nextInt(endings.length)];
                if (to > from) {
                    List<String> some = entity.getValue().subList(from, to);
                    Files.write(
                            folder.resolve(entity.getKey() + "-" + file + "." + ending),
                            bytes(HEADERS.get(entity.getKey()), some, ending));
                }
                from = to;
            }
        }
    }

    private static byte[] bytes(String header, List<String> lines, String ending) throws IOException {
        String text = ending.equals("jsonl")
                ? lines.stream().map(line -> json(header, line)).collect(Collectors.joining("\n", "", "\n"))
                : header + "\n" + String.join("\n", lines) + "\n";
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        if (!ending.endsWith(".gz")) {
            return plain;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    private static String json(String header, String line) {
        String[] names = header.split(",", -1);
        String[] values = line.split(",", -1);
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            fields.put("\"" + names[i] + "\"", values[i].isEmpty() ? "null" : "\"" + values[i] + "\"");
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void makeMasterData() {
        for (int i = 1; i <= AGENTS; i++) {
            String agent = "A" + i;
            String left = i == AGENTS ? "2026-01-15" : "";
            String fixed = agent + ",N" + i + ",";
            String onPost = i % 3 == 0 ? "2025-12-" + (10 + i) : "2024-03-01";
            any("agents", fixed + team() + "," + skill() + "," + onPost + "," + left + ",");
            if (i % 2 == 0) {
                any("agents", fixed + team() + "," + skill() + "," + onPost + "," + left + "," + day(30, DAYS));
            }
        }
        for (int i = 1; i <= 3; i++) {
            any("inspectors", "Q" + i + ",I" + i + ",senior," + 20 * i);
        }
        any("scorecards", "S1,greeting,Greeting,40,");
        any("scorecards", "S1,solution,Solution,60,");
        any("scorecards", "S1,solution,Solution,50,2026-01-01");
        // Until it comes, a blank scorecard is S1.
        any("scorecards", "S2,closing,Closing,30,");
        any("error_types", "E1,Rude,severe,manner,greeting");
        any("error_types", "E2,Slow,general,speed,solution");
        any("error_types", "E3,Wrong,general,knowledge,solution");
    }

    private void makeInteractions() {
        for (int i = 1; i <= INTERACTIONS; i++) {
            String place = "I" + i + ","
                    + one("voice_in", "voice_in", "voice_out", "chat") + ","
                    + one("complaint", "consultation", "consultation", "") + ",";
            String day = day(0, DAYS);
            if (random.nextInt(6) == 0) {
                any("interactions", place + "," + day + "T10:00:00,,,abandoned,");
                continue;
            }
            // A99 is known to nobody.
            String rest = place + one(agent(), agent(), agent(), "A99") + "," + day + "T09:00:00," + day + "T09:00:"
                    + (10 + random.nextInt(40)) + ",";
            String first = rest + random.nextInt(400) + ",answered," + (1 + random.nextInt(5));
            if (random.nextInt(8) == 0) {
                String other = rest.replace(day, day(0, DAYS)) + random.nextInt(400) + ",answered,";
                chain("interactions", first, other);
            } else {
                any("interactions", first);
            }
        }
    }

    private void makeEvaluations() {
        for (int i = 1; i <= EVALUATIONS; i++) {
            String id = "V" + i;
            String day = day(5, DAYS);
            String fixed = id + ",I" + (1 + random.nextInt(INTERACTIONS)) + "," + agent() + ",Q"
                    + (1 + random.nextInt(3)) + "," + one("agent", "agent", "agent", "event") + ","
                    + one("S1", "S1", "") + "," + day
                    + "T15:00:00,";
            // Of its versions the latest holds, in whatever order they come.
            for (int version = 1 + random.nextInt(3); version > 0; version--) {
                any(
                        "evaluations",
                        fixed + one("draft", "published", "published") + "," + (40 + random.nextInt(61)) + "," + day
                                + "T16:00:00," + one("", "", "excellent") + "," + day + "T15:0" + version + ":00");
            }
            if (random.nextBoolean()) {
                any("evaluation_scores", id + ",greeting," + random.nextInt(41));
                any("evaluation_scores", id + ",solution," + one("", String.valueOf(random.nextInt(50))));
            }
            for (String error : List.of("E1", "E2", "E3")) {
                if (random.nextInt(4) == 0) {
                    any("evaluation_errors", id + "," + error);
                }
            }
            if (random.nextInt(6) == 0) {
                makeAppeal("P" + i + "," + id + "," + day + "T17:00:00,", day);
            }
        }
    }

    private void makeAppeal(String fixed, String day) {
        any("appeals", fixed + "submitted,,,," + day + "T17:00:00");
        if (random.nextBoolean()) {
            any(
                    "appeals",
                    fixed + one("accepted", "accepted", "rejected") + "," + day + "T18:00:00,"
                            + one("", String.valueOf(50 + random.nextInt(50))) + "," + one("", "E1", "E1;E2") + ","
                            + day
                            + "T18:00:00");
        }
    }

    private void makeTheRest() {
        for (int i = 0; i < 40; i++) {
            String day = day(0, DAYS);
            String hour = String.format("%02d", 8 + i % 10);
            any(
                    "agent_states",
                    agent() + "," + one("ready", "busy", "wrap", "break") + "," + day + "T" + hour + ":" + (10 + i)
                            + ":00," + day + "T" + hour + ":59:00");
        }
        for (int session = 1; session <= 3; session++) {
            String held = "C" + session + "," + day(0, DAYS) + ",I" + session + ",Q";
            any("calibrations", held + "1," + (70 + random.nextInt(30)) + ",true");
            any("calibrations", held + "2," + (70 + random.nextInt(30)) + ",");
            chain(
                    "calibrations",
                    held + "3," + (70 + random.nextInt(30)) + ",",
                    held + "3," + (70 + random.nextInt(30)) + ",");
        }
        for (int i = 1; i <= 10; i++) {
            any("exams", "X" + i + "," + agent() + "," + day(0, DAYS) + "," + (70 + random.nextInt(30)));
        }
        for (int i = 1; i <= 6; i++) {
            String opened = "K" + i + "," + agent() + ",V" + i + ",E1," + day(0, 60) + ",2026-01-20,";
            chain("coaching", opened + ",", opened + day(61, DAYS) + "," + one("passed", "failed"));
        }
    }

    private void any(String entity, String line) {
        chains.add(List.of(new Landed(entity, line)));
    }

    private void chain(String entity, String first, String second) {
        chains.add(List.of(new Landed(entity, first), new Landed(entity, second)));
    }

    private String agent() {
        return "A" + (1 + random.nextInt(AGENTS));
    }

    private String team() {
        return one("east", "west", "north");
    }

    private String skill() {
        return SKILLS.get(random.nextInt(SKILLS.size()));
    }

    private String day(int from, int to) {
        return FIRST_DAY.plusDays(from + random.nextInt(to - from)).toString();
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
