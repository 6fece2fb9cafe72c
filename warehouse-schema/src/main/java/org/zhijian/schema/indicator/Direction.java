package org.zhijian.schema.indicator;

/** On which side of its target an indicator is good; the target itself is met. */
public enum Direction {
    AT_LEAST,
    AT_MOST
}
