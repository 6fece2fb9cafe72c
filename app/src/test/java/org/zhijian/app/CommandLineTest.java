package org.zhijian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;
import org.zhijian.app.console.Console;
import org.zhijian.app.night.RunLog;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

class CommandLineTest {
    @Test
    void helpIsWrittenInEitherLanguage() {
        Run english = Run.of("--help");
        Run chinese = Run.in("zh-CN", "--help");

        assertThat(english.exitCode()).isZero();
        assertThat(english.out())
                .startsWith("Usage: zhijian")
                .contains("generate", "export", "status", "quarantine", "schema")
                .contains("Exit codes: 0 done, 1 failed, 2 wrong usage.");
        assertThat(chinese.exitCode()).isZero();
        assertThat(chinese.out()).startsWith("用法：zhijian").contains("数据字典").doesNotContain("Usage", "Options");
    }

    @Test
    void theHelpOfReplaySaysThatItLoadsWhatIsNewToo() {
        assertThat(Run.of("quarantine", "replay", "--help").out().replaceAll("\\s+", " "))
                .contains("it loads what is new in the folder, too");
        assertThat(Run.in("zh-CN", "quarantine", "replay", "--help").out().replaceAll("\\s+", ""))
                .contains("目录中的新文件也会一并装载");
    }

    /** As on a full disk. */
    @Test
    void resultsThatCannotBeWrittenAreAFailure() {
        Writer full = new Writer() {
            @Override
            public void write(char[] characters, int from, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        StringWriter err = new StringWriter();
        Console console = Run.console("en", new StringWriter(), err);

        int exitCode = Zhijian.run(
                new Console(
                        RunLog.copied(new PrintWriter(full), Level.INFO),
                        console.err(),
                        console.text(),
                        console.progress()),
                "schema");

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).contains("the results could not be written out in full");
    }

    @Test
    void theLanguageIsTheOneAskedFor() {
        assertThat(Languages.of("export", "--locale", "zh_CN", "x").isChinese()).isTrue();
        assertThat(Languages.of("--locale=zh-CN").isChinese()).isTrue();
        assertThat(Languages.of("--locale=en").isChinese()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyCommandAndEveryOptionIsExplained(String language) {
        CommandLine root = Zhijian.commandLine(Run.console(language, new StringWriter(), new StringWriter()));

        commands(root).forEach(command -> {
            CommandSpec spec = command.getCommandSpec();
            assertThat(Stream.of(
                                    spec.usageMessage().header(),
                                    spec.usageMessage().description())
                            .flatMap(Stream::of))
                    .as(spec.qualifiedName())
                    .isNotEmpty();
            for (ArgSpec argument : spec.args()) {
                assertThat(argument.description())
                        .as(spec.qualifiedName() + " " + argument)
                        .isNotEmpty();
            }
            assertThat(command.getUsageMessage().lines())
                    .as("lines of the help of " + spec.qualifiedName())
                    .allMatch(line -> line.length() <= 100);
        });
    }

    @Test
    void wrongUsageIsExplainedAndExitsWithTwo() {
        Run none = Run.of();
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("Name a command.").contains("Try \"zhijian --help\".");

        Run incomplete = Run.of("export", "tier_assignment", "--format", "csv");
        assertThat(incomplete.exitCode()).isEqualTo(2);
        assertThat(incomplete.err())
                .contains("Missing: --warehouse DIR, --out FILE.")
                .contains("zhijian export --help");

        Run mistyped = Run.of("exprt");
        assertThat(mistyped.exitCode()).isEqualTo(2);
        assertThat(mistyped.err()).contains("Did you mean export, explain, report?");

        Run value = Run.in("zh-CN", "schema", "--format", "pdf");
        assertThat(value.exitCode()).isEqualTo(2);
        assertThat(value.err()).contains("“pdf”不是 --format FORMAT 的可取值");

        Run language = Run.of("schema", "--locale", "fr");
        assertThat(language.exitCode()).isEqualTo(2);
        assertThat(language.err()).contains("--locale");

        assertThat(Run.of("quarantine").exitCode()).isEqualTo(2);
    }

    @Test
    void whatTheUserCanMendExitsWithOneAndOneParagraph(@TempDir Path folder) {
        Run run = Run.of("status", "--warehouse", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().satisfies(line -> assertThat(line)
                .startsWith("zhijian: Nothing has been published"));
    }

    @Test
    void anUnknownFaultExitsWithOneAndSaysHowToSeeMore() {
        StringWriter err = new StringWriter();
        Console console = Run.console("en", new StringWriter(), err);
        CommandLine commands =
                Zhijian.commandLine(console).addSubcommand("fail", new CommandLine(new FailingCommand()));
        commands.getSubcommands().get("fail").setExecutionExceptionHandler(commands.getExecutionExceptionHandler());

        assertThat(commands.execute("fail")).isEqualTo(1);
        assertThat(err.toString())
                .contains("something went wrong that you cannot mend: java.lang.IllegalStateException: broken")
                .contains("--stacktrace")
                .doesNotContain("at org.zhijian");

        assertThat(commands.execute("--stacktrace", "fail")).isEqualTo(1);
        assertThat(err.toString()).contains("at org.zhijian.app.CommandLineTest$FailingCommand");
    }

    @CommandLine.Command
    private static final class FailingCommand implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("broken");
        }
    }

    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(CommandLineTest::commands));
    }
}
