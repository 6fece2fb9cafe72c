-- Agents whose severe errors call for a decision (R7).
WITH marked AS (
    SELECT
        *,
        inspected(interaction_id, evaluation_id) AS item,
        evaluation_id IN (
            SELECT evaluation_id FROM fact_error JOIN dim_error_type USING (error_code)
            WHERE stands AND severity = 'severe') AS severe
    FROM fact_evaluation
    WHERE published AND evaluated_on <= DATE '${run_date}'
),
in_periods AS (
    SELECT
        unnest([
            {'rule': 'two_in_month', 'period_start': month, 'part': month},
            {'rule': 'consecutive_months', 'period_start': (month - INTERVAL 1 MONTH)::DATE, 'part': month},
            {'rule': 'consecutive_months', 'period_start': month, 'part': month},
            {'rule': 'four_in_year', 'period_start': date_trunc('year', month)::DATE, 'part': date_trunc('year', month)::DATE}
        ], recursive := true),
        agent_id, item, severe, evaluation_id, evaluated_at, evaluated_on, open_appeal
    FROM marked
),
items AS (
    SELECT
        rule, period_start, part, agent_id, item,
        bool_or(severe) AS severe,
        min((evaluated_at, evaluation_id, evaluated_on)) FILTER (severe) AS first,
        list(evaluation_id) FILTER (severe) AS evaluations,
        bool_or(severe AND open_appeal) AS open
    FROM in_periods
    GROUP BY ALL
),
agents AS (
    SELECT
        rule, period_start, agent_id,
        list(first ORDER BY first) FILTER (severe) AS firsts,
        min(first[3]) FILTER (part = period_start) AS in_first,
        min(first[3]) FILTER (part <> period_start) AS in_second,
        count(*) FILTER (severe) AS occurrences,
        list_aggregate(list_sort(flatten(list(evaluations) FILTER (severe))), 'string_agg', ';') AS evidence,
        bool_or(open) AS provisional,
        count(*) AS inspected
    FROM items
    GROUP BY ALL
),
beside_the_centre AS (
    SELECT
        agent_id,
        rule,
        period_start,
        CASE rule
            WHEN 'two_in_month' THEN firsts[2][3]
            WHEN 'four_in_year' THEN firsts[4][3]
            WHEN 'consecutive_months' THEN CASE WHEN in_first IS NOT NULL AND in_second IS NOT NULL
                THEN greatest(in_first, in_second) END
        END AS reached_on,
        occurrences,
        evidence,
        provisional,
        inspected,
        inspected * sum(occurrences) OVER periods / sum(inspected) OVER periods AS expected_occurrences
    FROM agents
    WINDOW periods AS (PARTITION BY rule, period_start)
)
FROM beside_the_centre
WHERE reached_on IS NOT NULL
