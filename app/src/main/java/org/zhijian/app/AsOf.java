package org.zhijian.app;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.zhijian.reports.read.PublishedWarehouse;
import picocli.CommandLine.TypeConversionException;

/** A state of the warehouse that readers saw: at the end of a day, or by a publication's number. */
interface AsOf {
    Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** The warehouse in that state. */
    PublishedWarehouse of(PublishedWarehouse newest);

    /** Reads a day, such as 2026-10-31, or a number, such as 12. */
    static AsOf parse(String text) {
        if (NUMBER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            return newest -> newest.numbered(number);
        }
        try {
            LocalDate day = LocalDate.parse(text);
            return newest -> newest.asOf(day);
        } catch (DateTimeException e) {
            throw new TypeConversionException(text);
        }
    }
}
