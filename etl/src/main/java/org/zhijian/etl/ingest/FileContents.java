package org.zhijian.etl.ingest;

import java.util.List;

/** What a file holds: its columns and how many records. */
record FileContents(List<String> columns, long records) {}
