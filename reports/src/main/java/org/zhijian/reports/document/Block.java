package org.zhijian.reports.document;

/** One piece of a section. */
public sealed interface Block permits Paragraph, Tiles, Grid, Chart {}
