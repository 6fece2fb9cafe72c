package org.zhijian.etl.run;

/** The version of the rules: a publication names it, and tables made by another one are made anew. */
public final class Software {
    /** Raised whenever the same landing files would come to other tables. */
    public static final String VERSION = "3";

    private Software() {}
}
