package org.zhijian.schema.sheet;

import java.util.List;
import java.util.Optional;

/**
 * What can be chosen in a cell.
 *
 * @param code how the warehouse calls it
 * @param shown what stands in the cell, in the reader's language
 */
public record Choice(String code, String shown) {

    /** What a choice is about. */
    public enum Kind {
        CATEGORY,
        METHOD,
        ERROR_TYPE,
        CASE_MARK,
        REVIEW_STATUS
    }

    /** Of some choices the one that is shown so, or whose code it is. */
    public static Optional<Choice> of(String text, List<Choice> choices) {
        return choices.stream()
                .filter(choice ->
                        choice.shown().strip().equals(text) || choice.code().equals(text))
                .findFirst();
    }
}
