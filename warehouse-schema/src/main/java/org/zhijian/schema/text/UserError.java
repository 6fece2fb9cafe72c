package org.zhijian.schema.text;

/**
 * Something the user can mend: it says what is wrong with which value, why, and what to do. Faults of the program itself
 * are other exceptions.
 */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] arguments;

    /**
     * @param key the message's key, see {@link Text}
     * @param arguments what stands in the message
     */
    public UserError(String key, Object... arguments) {
        super(new Text(Text.ENGLISH).of(key, arguments));
        this.key = key;
        this.arguments = arguments.clone();
    }

    /** The same error with what caused it. */
    public UserError causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    public String in(Text text) {
        return text.of(key, arguments);
    }

    public String key() {
        return key;
    }
}
