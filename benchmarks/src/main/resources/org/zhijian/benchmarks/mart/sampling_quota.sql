-- How many interactions of each agent are to be inspected in a plan month (R3), with the centre's volume as the base.
WITH volumes AS (
    SELECT month AS base_month, sum(interactions)::BIGINT AS base_interactions, count(DISTINCT agent_id) AS base_agents
    FROM agent_month_volume
    GROUP BY month
),
based AS (
    SELECT
        plan_month,
        agent_id,
        tier,
        base_month,
        base_interactions / base_agents AS base_volume,
        CASE
            WHEN base_month IS NULL THEN 'configured'
            WHEN base_month = plan_month - INTERVAL 1 YEAR THEN 'same_month_last_year'
            ELSE 'earlier_month'
        END AS basis,
        'centre' AS base_scope,
        base_interactions,
        base_agents,
        CASE
            WHEN base_month IS NULL THEN 5
            ELSE greatest((base_interactions + 100 * base_agents - 1) // (100 * base_agents), 1)
        END AS base_quota
    FROM (SELECT *, plan_month - INTERVAL 1 YEAR AS last_year FROM tier_assignment)
    ASOF LEFT JOIN volumes ON last_year >= base_month
)
SELECT *, quota(tier, base_quota) AS quota
FROM based
