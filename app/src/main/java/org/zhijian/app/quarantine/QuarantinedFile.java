package org.zhijian.app.quarantine;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhijian.schema.text.Text;

/**
 * A file that has records in quarantine.
 *
 * @param file the file
 * @param records how many of its records are in quarantine
 * @param byReason how many for each reason's code; a record that is broken twice counts for both reasons
 */
public record QuarantinedFile(FileState file, int records, Map<String, Integer> byReason) {

    static QuarantinedFile of(FileState file, Map<String, Set<Long>> linesByReason) {
        Set<Long> lines = new HashSet<>();
        Map<String, Integer> counts = new TreeMap<>();
        linesByReason.forEach((reason, broken) -> {
            lines.addAll(broken);
            counts.put(reason, broken.size());
        });
        return new QuarantinedFile(file, lines.size(), counts);
    }

    /** The reasons in words, each with its number of records. */
    public String reasons(Text text) {
        return byReason.entrySet().stream()
                .map(reason -> QuarantineReason.words(reason.getKey(), text) + " × " + reason.getValue())
                .collect(Collectors.joining(text.isChinese() ? "；" : "; "));
    }
}
