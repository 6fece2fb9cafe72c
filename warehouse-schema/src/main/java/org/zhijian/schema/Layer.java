package org.zhijian.schema;

/** Where a table stands on the data's way; data moves downwards in this order only. */
public enum Layer {
    /** What the landing files said, typed, masked and traceable to file and line. */
    RAW("raw"),
    /** Dimensions and facts. */
    STAR("star"),
    /** One table for each question the department asks. */
    MART("mart");

    private final String folder;

    Layer(String folder) {
        this.folder = folder;
    }

    /** The folder below the warehouse that holds the layer's tables. */
    public String folder() {
        return folder;
    }
}
