package org.zhijian.reports.sheet;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.zhijian.schema.sheet.PlannedInspection;

/**
 * An interaction that was drawn for inspection; what is not known of it is null.
 *
 * @param inspection what is to be inspected
 * @param inspectorId who inspects it, null while nobody does
 * @param reason why it was drawn
 * @param drawnOn the day it was drawn
 * @param startedAt when it began, in the centre's zone
 * @param channel its channel
 * @param businessType what it was about
 * @param talkSeconds how long they talked
 * @param recordingRef the reference of its recording
 */
record DrawnInteraction(
        PlannedInspection inspection,
        String inspectorId,
        String reason,
        LocalDate drawnOn,
        LocalDateTime startedAt,
        String channel,
        String businessType,
        Integer talkSeconds,
        String recordingRef) {}
