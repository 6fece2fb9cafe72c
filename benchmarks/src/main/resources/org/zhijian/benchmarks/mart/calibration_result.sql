-- How far each inspector's scores of a session lie from the references, in percent of the maximum (R12).
WITH valid AS (
    SELECT *, score * 100 / max_score AS percent
    FROM fact_calibration_score
    WHERE held_on <= DATE '${run_date}' AND max_score > 0 AND score BETWEEN 0 AND max_score
),
compared_scores AS (
    SELECT
        *,
        count(*) FILTER (reference) OVER interactions AS reference_count,
        CASE
            WHEN reference_count > 0 AND NOT reference
                THEN percent - sum(percent) FILTER (reference) OVER interactions / reference_count
            WHEN reference_count = 0 AND count(*) OVER interactions > 1
                THEN percent - (sum(percent) OVER interactions - percent) / (count(*) OVER interactions - 1)
        END AS deviation
    FROM valid
    WINDOW interactions AS (PARTITION BY session_id, interaction_id)
)
SELECT
    session_id,
    inspector_id,
    max(held_on) AS held_on,
    count(*) AS interactions,
    avg(deviation) AS mean_deviation,
    avg(abs(deviation)) AS mean_absolute_deviation,
    compared(avg(abs(deviation))) <= 5 AS within_tolerance
FROM compared_scores
WHERE deviation IS NOT NULL
GROUP BY session_id, inspector_id
