package org.zhijian.reports.explain;

import java.time.LocalDate;

/**
 * An evaluation that an explanation lists.
 *
 * @param evaluationId its number
 * @param day the day it was scored on
 * @param score its final score, blank when it has none
 * @param basis what the score comes from
 * @param remark whether it counts, and what was found
 */
public record Evidence(String evaluationId, LocalDate day, String score, String basis, String remark) {}
