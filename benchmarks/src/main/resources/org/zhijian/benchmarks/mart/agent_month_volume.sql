-- The human-handled interactions that quotas are based on (R3).
WITH counted AS (
    SELECT month, agent_id, agent_key, count(*) AS interactions
    FROM fact_interaction
    WHERE human_handled AND started_on <= DATE '${run_date}'
    GROUP BY ALL
)
SELECT month, c.agent_id, c.agent_key, a.team, a.skill_group, interactions
FROM counted c
LEFT JOIN dim_agent a USING (agent_key)
