-- The mean of an agent's final scores in a QA month (R1).
SELECT
    month AS qa_month,
    agent_id,
    count(*) AS evaluations,
    sum(score::DECIMAL(20, 17)) / count(*) AS score_mean,
    grade(sum(score::DECIMAL(20, 17)) / count(*)) AS grade,
    var_samp(score) AS score_variance
FROM fact_evaluation
WHERE published AND category = 'agent' AND score IS NOT NULL AND evaluated_on <= DATE '${run_date}'
GROUP BY month, agent_id
