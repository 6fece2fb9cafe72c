package org.zhijian.schema;

/** The types a column can have; {@link #sql()} is both the Spark SQL and the Delta name. */
public enum Type {
    STRING("string"),
    INT("int"),
    LONG("bigint"),
    DOUBLE("double"),
    BOOLEAN("boolean"),
    DATE("date"),
    TIMESTAMP("timestamp");

    private final String sql;

    Type(String sql) {
        this.sql = sql;
    }

    public String sql() {
        return sql;
    }
}
