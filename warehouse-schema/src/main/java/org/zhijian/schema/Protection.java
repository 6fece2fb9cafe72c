package org.zhijian.schema;

/** What happens to a landed value before it is stored (R15). */
public enum Protection {
    /** A value that identifies, is one of a list, or is no text: stored as it came. */
    NONE,
    /** Any other text: phone, identity-card and bank-card numbers in it are masked. */
    MASKED,
    /** A customer reference: stored as a keyed hash. */
    HASHED
}
