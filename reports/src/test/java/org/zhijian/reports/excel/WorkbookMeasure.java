package org.zhijian.reports.excel;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Measures how fast a workbook with many case rows of 12 columns is written, and with what heap. Run it by hand with
 * {@code -Xmx512m}; the argument is the number of rows, one million where there is none.
 */
final class WorkbookMeasure {
    private WorkbookMeasure() {}

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        Path file = Files.createTempDirectory("workbook").resolve("cases.xlsx");
        long start = System.nanoTime();
        WorkbookDocument.write(SampleDocuments.of(SampleDocuments.cases(rows, Locale.SIMPLIFIED_CHINESE)), file);
        double seconds = (System.nanoTime() - start) / 1e9;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%d rows in %.1f s: %.0f rows/s; file %d MB; peak heap at most %d MB of %d%n",
                rows,
                seconds,
                rows / seconds,
                Files.size(file) >> 20,
                peak >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
        Files.delete(file);
        Files.delete(file.getParent());
    }
}
