package org.zhijian.schema;

/** What has to happen to a value before it is stored (R15). */
public enum Protection {
    /** Stored as it came. */
    NONE,
    /** Free text: phone, identity-card and bank-card numbers in it are masked. */
    MASKED,
    /** A customer reference: stored as a keyed hash. */
    HASHED
}
