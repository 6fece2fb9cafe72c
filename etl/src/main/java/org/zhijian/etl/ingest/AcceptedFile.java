package org.zhijian.etl.ingest;

/** A file that is being loaded, under its number in the ledger. */
record AcceptedFile(long fileId, FoundFile file) {
    LandingSource.Part part() {
        return new LandingSource.Part(
                fileId, file.file().toString(), file.stamp().bytes(), file.options());
    }

    /** Whether a mapping reads it and leaves out some of its records. */
    boolean isFiltered() {
        return file.mapping() != null && !file.mapping().filter().isEmpty();
    }
}
