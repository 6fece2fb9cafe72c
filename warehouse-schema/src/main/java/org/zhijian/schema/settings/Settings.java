package org.zhijian.schema.settings;

import static org.zhijian.schema.settings.Setting.choice;
import static org.zhijian.schema.settings.Setting.decimal;
import static org.zhijian.schema.settings.Setting.flag;
import static org.zhijian.schema.settings.Setting.integer;
import static org.zhijian.schema.settings.Setting.numbers;
import static org.zhijian.schema.settings.Setting.spans;
import static org.zhijian.schema.settings.Setting.text;
import static org.zhijian.schema.settings.Setting.words;
import static org.zhijian.schema.settings.Setting.zone;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.zhijian.schema.indicator.Indicator;
import org.zhijian.schema.text.UserError;

/** The values of all settings for one run, checked when they are read; {@link #ALL} is the list of what can be set. */
public final class Settings {
    public static final Setting<ZoneId> ZONE = zone(
            "centre.zone",
            "Asia/Shanghai",
            "the centre's time zone: days, weeks and months are counted in it, and times without an offset read; those loaded before a change keep their moment",
            "中心所在时区：日、周、月均按此计算，无时区偏移的时间按此读取；更改之前已加载的时间保持原时刻");
    public static final Setting<QaPeriodBy> QA_PERIOD_BY = choice(
            "centre.qa-period-by",
            QaPeriodBy.EVALUATED_AT,
            QaPeriodBy.class,
            "the moment that decides an evaluation's QA month",
            "质检月的归属依据：评分时间或服务时间");
    public static final Setting<String> CALENDAR_FILE = text(
            "centre.calendar-file",
            "",
            "a path relative to this file, or blank",
            "CSV of public holidays and made-up working days (day, workday, name); blank: weekends only",
            "节假日与调休日历 CSV（day, workday, name），空表示只按周末");
    public static final Setting<List<Setting.Span>> PEAK =
            spans("centre.time-bands.peak", "[\"09:00-12:00\", \"14:00-18:00\"]", "the peak hours", "高峰时段");
    public static final Setting<List<Setting.Span>> NORMAL = spans(
            "centre.time-bands.normal",
            "[\"08:00-09:00\", \"12:00-14:00\", \"18:00-21:00\"]",
            "the normal hours; all others are off-peak",
            "平峰时段，其余为低谷时段");

    public static final Setting<Encoding> ENCODING = choice(
            "landing.encoding",
            Encoding.UTF_8,
            Encoding.class,
            "the encoding of text files; a mapping can state another for its files",
            "文本文件编码，映射可另行指定");
    public static final Setting<String> MAPPINGS = text(
            "landing.mappings",
            "mappings",
            "a path relative to this file",
            "folder of the mappings for other systems' files",
            "其他系统文件映射所在目录");

    public static final Setting<String> CUSTOMER_KEY_FILE = text(
            "privacy.customer-key-file",
            "",
            "a path relative to this file, or blank",
            "file with the secret that customer references are hashed with; blank: made once, beside the warehouse's tables",
            "客户标识散列所用密钥文件，空表示首次运行时在仓库目录自动生成");

    public static final Setting<BigDecimal> EXCELLENT_FROM =
            decimal("scores.excellent-from", "90", "0", "100", "grade excellent from this score", "优秀的最低分");
    public static final Setting<BigDecimal> GOOD_FROM =
            decimal("scores.good-from", "80", "0", "100", "grade good from this score", "良好的最低分");
    public static final Setting<BigDecimal> PASS_FROM = decimal(
            "scores.pass-from", "60", "0", "100", "grade pass from this score; below it: fail", "合格的最低分，以下为不合格");

    public static final Setting<BigDecimal> TIER_PERCENT = decimal(
            "tiers.percent",
            "20",
            "0",
            "50",
            "percent of the ranked agents at either end, for tiers A and C",
            "A 级与 C 级各占参与排名人数的百分比");
    public static final Setting<Integer> NEWCOMER_MONTHS =
            integer("tiers.newcomer-months", 3, 0, 24, "months on the post in which an agent is a newcomer", "新人期（月）");
    public static final Setting<Boolean> RANK_NEWCOMERS =
            flag("tiers.rank-newcomers", false, "whether newcomers take part in the ranking", "新人是否参与排名");

    public static final Setting<BigDecimal> QUOTA_PERCENT = decimal(
            "quotas.percent",
            "1",
            "0",
            "100",
            "percent of an agent's monthly volume that is inspected in tier B",
            "B 级抽样占人均月话务量的百分比");
    public static final Setting<BigDecimal> QUOTA_A_PERCENT = decimal(
            "quotas.tier-a-percent", "30", "0", "1000", "tier A's quota in percent of tier B's", "A 级数量占 B 级的百分比");
    public static final Setting<BigDecimal> QUOTA_C_PERCENT = decimal(
            "quotas.tier-c-percent", "150", "0", "1000", "tier C's quota in percent of tier B's", "C 级数量占 B 级的百分比");
    public static final Setting<BaseBy> QUOTA_BASE_BY = choice(
            "quotas.base-by",
            BaseBy.CENTRE,
            BaseBy.class,
            "whose volume of last year the quota is based on",
            "抽样基数的统计范围");
    public static final Setting<Integer> QUOTA_WITHOUT_DATA = integer(
            "quotas.without-data",
            5,
            1,
            100_000,
            "tier B's quota while neither the same month last year nor one before it has data",
            "去年同月及更早各月均无数据时 B 级的抽样数量");

    public static final Setting<BigDecimal> EVENT_PERCENT = decimal(
            "event-qa.percent",
            "1",
            "0",
            "100",
            "percent of the month's human-handled volume that event QA reaches",
            "业务事件质检占当月人工话务量的百分比");
    public static final Setting<Integer> ULTRA_LONG_SECONDS =
            integer("event-qa.ultra-long-seconds", 300, 1, 86_400, "talk longer than this is ultra-long", "超长通话的秒数下限");
    public static final Setting<Integer> ULTRA_SHORT_SECONDS = integer(
            "event-qa.ultra-short-seconds", 30, 0, 86_400, "talk shorter than this is ultra-short", "超短通话的秒数上限");

    public static final Setting<String> SPECIAL_ORDERS = text(
            "special-qa.orders",
            "special-qa",
            "a path relative to this file",
            "folder of the orders for special-topic QA",
            "专题质检任务单所在目录");

    public static final Setting<String> DRAW_SEED =
            text("draw.seed", "zhijian", "any text", "the seed of the draw", "抽样随机种子");
    public static final Setting<DrawProfile> DRAW_PROFILE = choice(
            "draw.profile",
            DrawProfile.TIERS,
            DrawProfile.class,
            "tiers: by tier quota; shares: by the two percentages below",
            "抽样方案：按等级数量，或按下列两项百分比");
    public static final Setting<BigDecimal> DRAW_NEWCOMER_PERCENT = decimal(
            "draw.newcomer-percent", "100", "0", "100", "percent of a newcomer's interactions, with shares", "新人抽样百分比");
    public static final Setting<BigDecimal> DRAW_OTHERS_PERCENT = decimal(
            "draw.others-percent",
            "20",
            "0",
            "100",
            "percent of everybody else's interactions, with shares",
            "其他人员抽样百分比");

    public static final Setting<BigDecimal> BASELINE_PERCENT = decimal(
            "adjustments.baseline-percent",
            "110",
            "0",
            "1000",
            "the baseline in percent of last month's mean; a tier A agent below it goes to tier B",
            "基准线占上月均分的百分比，A 级低于基准线调为 B 级");

    public static final Setting<Integer> COMPETENCY_IN_MONTH = integer(
            "competency.in-month", 2, 1, 100, "severe occurrences in a calendar month that flag an agent", "单月触发次数");
    public static final Setting<Integer> COMPETENCY_IN_YEAR = integer(
            "competency.in-year", 4, 1, 1000, "severe occurrences in a calendar year that flag an agent", "全年触发次数");
    public static final Setting<List<String>> COMPETENCY_CATEGORIES = words(
            "competency.categories",
            "[agent, event, special]",
            List.of("agent", "event", "special"),
            "the categories of QA whose severe errors count",
            "计入的质检类别");

    public static final Setting<Integer> ESCALATION_TIMES = integer(
            "escalation.times",
            3,
            1,
            100,
            "how often one general error type by one agent in a month goes to the team leader",
            "同类一般差错当月上报次数");

    public static final Setting<Integer> CONTROL_PERIODS = integer(
            "trends.control-periods", 12, 2, 120, "previous periods that control limits are made from", "控制限所用的前期数");
    public static final Setting<Integer> RUN_RULES_FROM = integer(
            "trends.run-rules-from",
            5,
            1,
            1000,
            "expected errors of a period from which the rules on several points apply; below it the counts are too skewed for them",
            "适用多点判异规则的周期期望差错数下限，低于此数时分布过于偏斜");
    public static final Setting<BigDecimal> VITAL_FEW_PERCENT = decimal(
            "trends.vital-few-percent", "80", "0", "100", "cumulative share that the vital few reach", "关键少数的累计占比");

    public static final Setting<Integer> BACKTEST_MONTHS = integer(
            "trends.backtest-months", 12, 3, 60, "past months at most that a forecast is tested on", "检验预测所用的过往月数上限");

    public static final Setting<Map<String, BigDecimal>> TARGETS = numbers(
            "indicators.targets",
            "{connection_rate: 98, service_level: 80, abandonment_rate: 5, average_speed_of_answer: 15,"
                    + " first_contact_resolution: 80, plan_completion: 100, calibration_deviation: 5}",
            Indicator.names(),
            "targets: rates in percent, times in seconds",
            "指标目标值：比率为百分数，时长为秒");
    public static final Setting<Integer> ANSWER_SECONDS =
            integer("indicators.answer-seconds", 20, 0, 3600, "answered within this is served in time", "服务水平的应答秒数");
    public static final Setting<List<String>> COMPLIANCE_CATEGORIES = words(
            "indicators.compliance-categories",
            "[compliance]",
            List.of(),
            "the error categories that break compliance",
            "合规类差错类别");
    public static final Setting<Integer> FEEDBACK_HOURS =
            integer("indicators.feedback-hours", 24, 1, 720, "hours within which feedback is in time", "及时反馈的小时数");
    public static final Setting<BigDecimal> CALIBRATION_PERCENT = decimal(
            "indicators.calibration-percent",
            "5",
            "0",
            "100",
            "mean absolute deviation within tolerance, in percent of the maximum",
            "校准允许的平均绝对偏差（占满分 %）");
    public static final Setting<BigDecimal> EXAM_PASS_FROM =
            decimal("indicators.exam-pass-from", "90", "0", "100", "an exam is passed from this score", "考试合格分");
    public static final Setting<Map<String, BigDecimal>> COMPOSITE_WEIGHTS = numbers(
            "indicators.composite-weights",
            "{qa_mean: 50, csat_top2: 20, first_contact_resolution: 20, exam_pass_rate: 10}",
            List.of(
                    "qa_mean",
                    "qa_pass_rate",
                    "csat_mean",
                    "csat_top2",
                    "first_contact_resolution",
                    "exam_pass_rate",
                    "compliance_rate",
                    "critical_error_accuracy",
                    "feedback_in_time",
                    "recheck_pass_rate"),
            "weights of the composite for performance pay",
            "绩效综合得分的权重");

    public static final Setting<List<String>> REPORT_LOCALES = words(
            "reports.locales",
            "[zh-CN, en]",
            List.of("zh-CN", "en"),
            "the languages in which the nightly run makes its reports",
            "每晚生成报表所用的语言");

    public static final Setting<Integer> KEEP_DAYS = integer(
            "publications.keep-days",
            400,
            1,
            3650,
            "for how many days what was published can be read again; older publications are removed by zhijian maintain",
            "已发布内容可回看的天数，更早的发布由 zhijian maintain 清除");

    /** Every setting, in the order of the configuration file. */
    public static final List<Setting<?>> ALL = List.of(
            ZONE,
            QA_PERIOD_BY,
            CALENDAR_FILE,
            PEAK,
            NORMAL,
            ENCODING,
            MAPPINGS,
            CUSTOMER_KEY_FILE,
            EXCELLENT_FROM,
            GOOD_FROM,
            PASS_FROM,
            TIER_PERCENT,
            NEWCOMER_MONTHS,
            RANK_NEWCOMERS,
            QUOTA_PERCENT,
            QUOTA_A_PERCENT,
            QUOTA_C_PERCENT,
            QUOTA_BASE_BY,
            QUOTA_WITHOUT_DATA,
            EVENT_PERCENT,
            ULTRA_LONG_SECONDS,
            ULTRA_SHORT_SECONDS,
            SPECIAL_ORDERS,
            DRAW_SEED,
            DRAW_PROFILE,
            DRAW_NEWCOMER_PERCENT,
            DRAW_OTHERS_PERCENT,
            BASELINE_PERCENT,
            COMPETENCY_IN_MONTH,
            COMPETENCY_IN_YEAR,
            COMPETENCY_CATEGORIES,
            ESCALATION_TIMES,
            CONTROL_PERIODS,
            RUN_RULES_FROM,
            VITAL_FEW_PERCENT,
            BACKTEST_MONTHS,
            TARGETS,
            ANSWER_SECONDS,
            COMPLIANCE_CATEGORIES,
            FEEDBACK_HOURS,
            CALIBRATION_PERCENT,
            EXAM_PASS_FROM,
            COMPOSITE_WEIGHTS,
            REPORT_LOCALES,
            KEEP_DAYS);

    private static final Set<Setting<?>> NOT_FOR_TABLES = Set.of(REPORT_LOCALES, KEEP_DAYS);

    private final Map<Setting<?>, Object> values;
    private final Map<String, String> written;
    private final Path folder;

    private Settings(Map<Setting<?>, Object> values, Map<String, String> written, Path folder) {
        this.values = values;
        this.written = written;
        this.folder = folder;
    }

    /** Every setting at its default, paths being relative to the working folder. */
    public static Settings defaults() {
        return of(new LinkedHashMap<>(), Path.of(""), "");
    }

    /** The defaults with some settings replaced, by key and YAML value. */
    public static Settings with(Map<String, ?> replaced) {
        return of(new LinkedHashMap<>(replaced), Path.of(""), "");
    }

    /** Reads a configuration file; a wrong key or value is refused with what is allowed. */
    public static Settings read(Path file) {
        Object root;
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            root = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
        } catch (IOException e) {
            throw new UserError("schema.settings.unreadable", file, e.getMessage()).causedBy(e);
        } catch (YAMLException e) {
            throw new UserError("schema.settings.no-yaml", file, e.getMessage()).causedBy(e);
        }
        Map<String, Object> flat = new LinkedHashMap<>();
        if (root instanceof Map<?, ?> map) {
            flatten("", map, flat);
        } else if (root != null) {
            throw new UserError("schema.settings.no-yaml", file, root);
        }
        Path parent = file.toAbsolutePath().getParent();
        return of(flat, Objects.requireNonNull(parent), file.toString());
    }

    public <T> T get(Setting<T> setting) {
        @SuppressWarnings("unchecked")
        T value = (T) values.get(setting);
        return value;
    }

    /** Every setting as it was written, by key: what a result was made with. */
    public Map<String, String> written() {
        return written;
    }

    /**
     * The keys of the settings by which tables made with the one differ from tables made with the other, both as they were
     * written. Settings that no table depends on are left out.
     */
    public static List<String> changedForTables(Map<String, String> before, Map<String, String> after) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        NOT_FOR_TABLES.forEach(setting -> keys.remove(setting.key()));
        keys.removeIf(key -> Objects.equals(before.get(key), after.get(key)));
        return List.copyOf(keys);
    }

    /** A path that a setting states, relative to the configuration file's folder. */
    public Path path(Setting<String> setting) {
        return folder.resolve(get(setting));
    }

    private static Settings of(Map<String, Object> given, Path folder, String file) {
        Map<Setting<?>, Object> values = new LinkedHashMap<>();
        Map<String, String> written = new TreeMap<>();
        for (Setting<?> setting : ALL) {
            Object yaml = given.containsKey(setting.key()) ? given.remove(setting.key()) : load(setting.defaultValue());
            try {
                values.put(setting, setting.parser().apply(yaml));
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw new UserError("schema.settings.not-allowed", setting.key(), yaml, setting.allowed(), file)
                        .causedBy(e);
            }
            written.put(setting.key(), String.valueOf(yaml));
        }
        if (!given.isEmpty()) {
            String unknown = given.keySet().iterator().next();
            throw new UserError("schema.settings.unknown", unknown, nearest(unknown), file);
        }
        return new Settings(values, written, folder);
    }

    private static Object load(String yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    private static void flatten(String prefix, Map<?, ?> map, Map<String, Object> flat) {
        map.forEach((name, value) -> {
            String key = prefix + name;
            boolean setting = ALL.stream().anyMatch(known -> known.key().equals(key));
            if (!setting && value instanceof Map<?, ?> inner && !inner.isEmpty()) {
                flatten(key + ".", inner, flat);
            } else {
                flat.put(key, value);
            }
        });
    }

    private static String nearest(String unknown) {
        return ALL.stream()
                .map(Setting::key)
                .min(Comparator.comparingInt(key -> distance(key, unknown)))
                .orElseThrow();
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }

    /** The configuration file with every setting, its meaning, what is allowed, and its default. */
    public static String template() {
        StringBuilder yaml = new StringBuilder(
                """
                # The centre's configuration. Every setting stands here with its default.
                # 中心配置文件：列出全部设置及其默认值。
                """);
        List<String> open = List.of();
        for (Setting<?> setting : ALL) {
            List<String> path = List.of(setting.key().split("\\."));
            List<String> sections = path.subList(0, path.size() - 1);
            int common = 0;
            while (common < Math.min(open.size(), sections.size())
                    && open.get(common).equals(sections.get(common))) {
                common++;
            }
            for (int depth = common; depth < sections.size(); depth++) {
                yaml.append(depth == 0 ? "\n" : "")
                        .append("  ".repeat(depth))
                        .append(sections.get(depth))
                        .append(":\n");
            }
            open = sections;
            String indent = "  ".repeat(sections.size());
            yaml.append(indent).append("# ").append(setting.meaning()).append("\n");
            yaml.append(indent).append("# ").append(setting.meaningZh()).append("\n");
            yaml.append(indent)
                    .append("# allowed / 可取值: ")
                    .append(setting.allowed())
                    .append("\n");
            yaml.append(indent)
                    .append(path.get(path.size() - 1))
                    .append(": ")
                    .append(setting.defaultValue())
                    .append("\n");
        }
        return yaml.toString();
    }
}
