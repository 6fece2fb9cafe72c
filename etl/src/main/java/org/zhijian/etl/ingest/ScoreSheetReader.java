package org.zhijian.etl.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.zhijian.schema.sheet.ScoreSheetLayout;
import org.zhijian.schema.sheet.ScoreSheetMemo;
import org.zhijian.schema.text.UserError;

/** Reads a score sheet that came back. */
final class ScoreSheetReader {
    private final Path file;

    private ScoreSheetReader(Path file) {
        this.file = file;
    }

    /**
     * What the score sheet says.
     *
     * @throws UserError when the workbook is no score sheet
     */
    static FilledSheet read(Path file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
            return new ScoreSheetReader(file).read(workbook);
        }
    }

    private FilledSheet read(ReadableWorkbook workbook) throws IOException {
        ScoreSheetMemo memo = memo(workbook);
        List<String> keys = ScoreSheetLayout.keys(memo.items().size());
        for (Sheet sheet : workbook.getSheets().toList()) {
            Map<Integer, List<String>> rows = rows(sheet);
            Map<String, Integer> columns = positions(rows.getOrDefault(1, List.of()));
            if (columns.keySet().containsAll(keys) && columns.size() <= FilledSheet.MOST_COLUMNS) {
                rows.keySet().removeIf(row -> row <= ScoreSheetLayout.HEADER_ROWS);
                return new ScoreSheetJudge(memo, sheet.getName(), columns).judge(rows);
            }
        }
        throw notOne();
    }

    private ScoreSheetMemo memo(ReadableWorkbook workbook) throws IOException {
        Sheet sheet = workbook.findSheet(ScoreSheetLayout.MEMO_SHEET).orElseThrow(this::notOne);
        List<List<String>> lines = List.copyOf(rows(sheet).values());
        try {
            return ScoreSheetMemo.of(lines);
        } catch (IllegalArgumentException e) {
            throw notOne().causedBy(e);
        }
    }

    private UserError notOne() {
        return new UserError("etl.sheet.not-one", file.getFileName());
    }

    /** The texts of the cells by row, the first being 1. */
    private static Map<Integer, List<String>> rows(Sheet sheet) throws IOException {
        Map<Integer, List<String>> rows = new LinkedHashMap<>();
        try (Stream<Row> stream = sheet.openStream()) {
            stream.forEach(row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getCellCount(); i++) {
                    cells.add(WorkbookRecords.text(row, i));
                }
                rows.put(row.getRowNum(), cells);
            });
        }
        return rows;
    }

    /** Where the columns stand, the first at 0; of two with one key the first counts. */
    private static Map<String, Integer> positions(List<String> keys) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            positions.putIfAbsent(keys.get(i), i);
        }
        return positions;
    }
}
