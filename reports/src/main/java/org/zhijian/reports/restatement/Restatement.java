package org.zhijian.reports.restatement;

import java.time.LocalDate;
import org.zhijian.schema.Table;
import org.zhijian.schema.publication.Publication;

/**
 * A published value that a later publication changed.
 *
 * @param publication the publication that changed it
 * @param table the mart
 * @param period the first day of the plan month, or of the flag's period
 * @param agentId the agent
 * @param item which of the agent's rows of that period: a flag's rule, a tier change's day and tier; null where there is
 *     only one
 * @param before what had been published, null when there was no row
 * @param after what it was changed to, null when the row is gone
 * @param cause what can have changed it
 */
public record Restatement(
        Publication publication,
        Table table,
        LocalDate period,
        String agentId,
        String item,
        String before,
        String after,
        Cause cause) {}
