-- Where points are lost, item by team and week (R9).
SELECT
    period_type,
    period_start,
    item_code,
    team,
    sum(lost) AS points_lost,
    count(*) AS evaluations,
    date_trunc('month', period_start)::DATE AS month
FROM (
    SELECT
        unnest(trend_periods(evaluated_on), recursive := true),
        team,
        item_code,
        max_points::DECIMAL(18, 6) - points::DECIMAL(18, 6) AS lost
    FROM fact_evaluation JOIN fact_item_score USING (evaluation_id)
    WHERE published AND evaluated_on <= DATE '${run_date}')
WHERE lost IS NOT NULL
GROUP BY GROUPING SETS ((period_type, period_start, item_code, team), (period_type, period_start, item_code))
HAVING grouping(team) = 1 OR team IS NOT NULL
