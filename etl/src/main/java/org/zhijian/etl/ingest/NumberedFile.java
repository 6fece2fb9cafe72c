package org.zhijian.etl.ingest;

import java.util.List;

/**
 * A landing file that has been looked at, under its number in the ledger.
 *
 * @param fileId the number
 * @param file the file
 * @param loadedBefore whether it is read again and has left records before, which the new ones replace
 */
record NumberedFile(long fileId, FoundFile file, boolean loadedBefore) {
    /** The numbers of those whose records of before are replaced. */
    static List<Long> loadedBefore(List<NumberedFile> files) {
        return files.stream()
                .filter(NumberedFile::loadedBefore)
                .map(NumberedFile::fileId)
                .toList();
    }

    LandingSource.Part part() {
        return new LandingSource.Part(
                fileId, file.file().toString(), file.stamp().bytes(), file.options());
    }

    /** Whether a mapping reads it and leaves out some of its records. */
    boolean isFiltered() {
        return file.mapping() != null && !file.mapping().filter().isEmpty();
    }

    /** The same with another reading of the score sheet. */
    NumberedFile with(FilledSheet sheet) {
        return new NumberedFile(fileId, file.with(sheet), loadedBefore);
    }
}
