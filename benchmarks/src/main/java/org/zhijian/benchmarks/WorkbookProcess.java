package org.zhijian.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zhijian.reports.excel.WorkbookDocument;

/** Writes the same cases as a workbook, by the reports or by fastexcel, in a process of its own with a heap of 512 MiB. */
final class WorkbookProcess {
    /** Who writes. */
    enum Writer {
        REPORTS,
        FASTEXCEL
    }

    private static final String SECONDS = "seconds ";

    private WorkbookProcess() {}

    /** Rows a second, the JVM's start left out. */
    static double rowsPerSecond(Writer writer, int rows, Path file, Path log) {
        Measured process = Measured.java(
                log,
                List.of("-Xmx512m", "-XX:+UseParallelGC"),
                WorkbookProcess.class,
                List.of(writer.name(), String.valueOf(rows), file.toString()));
        return process.output().stream()
                .filter(line -> line.startsWith(SECONDS))
                .mapToDouble(line -> rows / Double.parseDouble(line.substring(SECONDS.length())))
                .findFirst()
                .orElseThrow();
    }

    /** Called with the writer, the number of rows and the file. */
    public static void main(String[] args) throws IOException {
        int rows = Integer.parseInt(args[1]);
        Path file = Path.of(args[2]);
        long start = System.nanoTime();
        switch (Writer.valueOf(args[0])) {
            case REPORTS -> WorkbookDocument.write(Cases.document(rows), file);
            case FASTEXCEL -> fastexcel(rows, file);
        }
        System.out.println(SECONDS + (System.nanoTime() - start) / 1e9);
    }

    private static void fastexcel(int rows, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "benchmark", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("案例");
            for (int column = 0; column < Cases.headings().size(); column++) {
                sheet.value(0, column, Cases.headings().get(column).name());
            }
            for (int row = 0; row < rows; row++) {
                List<Object> values = Cases.line(row).values();
                for (int column = 0; column < values.size(); column++) {
                    write(sheet, row + 1, column, values.get(column));
                }
                if (row % 1000 == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void write(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof LocalDateTime time) {
            sheet.value(row, column, time);
            sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
        } else if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm").set();
        } else if (value instanceof Double number) {
            sheet.value(row, column, number);
            sheet.style(row, column).format("0.00").set();
        } else {
            sheet.inlineString(row, column, value.toString());
        }
    }
}
