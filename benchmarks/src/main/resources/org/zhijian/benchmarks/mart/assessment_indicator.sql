-- The assessment indicators of centre, teams and agents by day, week and month (R10): every fact is summed by day, agent and
-- team once, and these sums add up to every scope and period. Without plan_completion, since the plan has no counterpart.
WITH interactions AS (
    SELECT
        started_on AS day, agent_id, team,
        outcome = 'answered' AS answered,
        channel = 'voice_in' AS voice_in,
        voice_in AND answered AS voice_in_answered,
        channel IN ('chat', 'email', 'social') AS online,
        online AND answered AS online_answered,
        epoch_us(answered_at) - epoch_us(started_at) AS to_answer,
        epoch_us(ended_at) - epoch_us(started_at) AS to_end,
        outcome, business_type, talk_seconds, hold_seconds, wrap_seconds, transferred, first_contact_resolved, csat
    FROM fact_interaction
    WHERE started_on <= DATE '${run_date}'
),
of_interactions AS (
    SELECT
        day, agent_id, team,
        count(*) AS interactions,
        count(*) FILTER (voice_in) AS voice_in,
        count(*) FILTER (voice_in_answered) AS voice_in_answered,
        count(*) FILTER (voice_in_answered AND to_answer <= 20000000) AS voice_in_in_time,
        count(*) FILTER (voice_in AND outcome = 'abandoned') AS voice_in_abandoned,
        sum(to_answer) FILTER (voice_in_answered) AS voice_in_answer_micros,
        count(to_answer) FILTER (voice_in_answered) AS voice_in_with_answer_time,
        count(*) FILTER (answered) AS answered,
        sum(talk_seconds) FILTER (answered) AS talk_seconds,
        count(talk_seconds) FILTER (answered) AS with_talk_seconds,
        sum(hold_seconds) FILTER (answered) AS hold_seconds,
        count(hold_seconds) FILTER (answered) AS with_hold_seconds,
        sum(wrap_seconds) FILTER (answered) AS wrap_seconds,
        count(wrap_seconds) FILTER (answered) AS with_wrap_seconds,
        sum(talk_seconds + coalesce(hold_seconds, 0) + coalesce(wrap_seconds, 0)) FILTER (answered) AS handle_seconds,
        count(*) FILTER (answered AND transferred) AS transferred,
        count(transferred) FILTER (answered) AS saying_transferred,
        count(*) FILTER (first_contact_resolved) AS resolved,
        count(first_contact_resolved) AS saying_resolved,
        sum(csat) AS rating_sum,
        count(csat) AS ratings,
        count(*) FILTER (csat >= 4) AS top_ratings,
        count(*) FILTER (answered AND business_type = 'complaint') AS complaints,
        count(*) FILTER (online) AS online,
        sum(to_answer) FILTER (online_answered) AS response_micros,
        count(to_answer) FILTER (online_answered) AS with_response_time,
        sum(to_end) FILTER (online_answered) AS resolution_micros,
        count(to_end) FILTER (online_answered) AS with_end_time
    FROM interactions
    GROUP BY day, agent_id, team
),
of_states AS (
    SELECT
        started_on AS day, agent_id, team,
        count(*) AS states,
        sum(seconds) FILTER (state IN ('busy', 'wrap')) AS working_seconds,
        sum(seconds) FILTER (state IN ('ready', 'busy', 'wrap')) AS available_seconds,
        sum(seconds) AS staffed_seconds
    FROM fact_agent_state
    WHERE started_on <= DATE '${run_date}'
    GROUP BY ALL
),
standing AS (
    SELECT evaluation_id, bool_or(severity = 'severe') AS severe, bool_or(category = 'compliance') AS in_breach
    FROM fact_error JOIN dim_error_type USING (error_code)
    WHERE stands
    GROUP BY evaluation_id
),
appealed AS (
    SELECT
        evaluation_id,
        count(*) FILTER (status = 'accepted') AS accepted,
        count(*) FILTER (status IN ('accepted', 'rejected')) AS decided
    FROM fact_appeal
    GROUP BY evaluation_id
),
of_evaluations AS (
    SELECT
        evaluated_on AS day, agent_id, team,
        count(*) AS evaluations,
        count(score) FILTER (e.category = 'agent') AS scored,
        sum(score::DECIMAL(20, 17)) FILTER (e.category = 'agent') AS score_sum,
        count(*) FILTER (e.category = 'agent' AND grade(score) <> 'fail') AS passed,
        count(*) FILTER (severe) AS with_severe_error,
        count(*) FILTER (NOT coalesce(severe, false)) AS without_severe_error,
        count(*) FILTER (NOT coalesce(in_breach, false)) AS compliant,
        count(decided) AS appealed,
        sum(accepted) AS appeals_accepted,
        sum(decided) AS appeals_decided,
        count(feedback_at) AS fed_back,
        count(*) FILTER (epoch_us(feedback_at) - epoch_us(evaluated_at) <= 24 * 3600000000) AS fed_back_in_time
    FROM fact_evaluation e
    LEFT JOIN standing USING (evaluation_id)
    LEFT JOIN appealed USING (evaluation_id)
    WHERE published AND evaluated_on <= DATE '${run_date}'
    GROUP BY ALL
),
of_coaching AS (
    SELECT
        rechecked_on AS day, c.agent_id, a.team,
        count(*) AS rechecks,
        count(recheck_result) AS rechecks_judged,
        count(*) FILTER (recheck_result = 'passed') AS rechecks_passed
    FROM fact_coaching c
    LEFT JOIN dim_agent a
        ON a.agent_id = c.agent_id AND rechecked_on >= valid_from AND rechecked_on < valid_to
    WHERE rechecked_on <= DATE '${run_date}'
    GROUP BY ALL
),
valid_calibrations AS (
    SELECT *, score * 100 / max_score AS percent
    FROM fact_calibration_score
    WHERE held_on <= DATE '${run_date}' AND max_score > 0 AND score BETWEEN 0 AND max_score
),
calibrations AS (
    SELECT
        held_on,
        count(*) FILTER (reference) OVER interactions AS reference_count,
        CASE
            WHEN reference_count > 0 AND NOT reference
                THEN percent - sum(percent) FILTER (reference) OVER interactions / reference_count
            WHEN reference_count = 0 AND count(*) OVER interactions > 1
                THEN percent - (sum(percent) OVER interactions - percent) / (count(*) OVER interactions - 1)
        END AS deviation
    FROM valid_calibrations
    WINDOW interactions AS (PARTITION BY session_id, interaction_id)
),
of_calibrations AS (
    SELECT held_on AS day, count(*) AS calibrated, sum(abs(deviation)) AS calibration_deviation
    FROM calibrations
    WHERE deviation IS NOT NULL
    GROUP BY ALL
),
of_exams AS (
    SELECT
        taken_on AS day, agent_id, team,
        count(*) AS exams,
        count(*) FILTER (score >= 90) AS exams_passed
    FROM fact_exam
    WHERE taken_on <= DATE '${run_date}'
    GROUP BY ALL
),
daily AS (
    FROM of_interactions
    UNION ALL BY NAME FROM of_states
    UNION ALL BY NAME FROM of_evaluations
    UNION ALL BY NAME FROM of_coaching
    UNION ALL BY NAME FROM of_calibrations
    UNION ALL BY NAME FROM of_exams
),
dated AS (
    SELECT *, date_trunc('week', day)::DATE AS week, date_trunc('month', day)::DATE AS month FROM daily
),
sums AS (
    SELECT
        CASE WHEN grouping(day) = 0 THEN 'day' WHEN grouping(week) = 0 THEN 'week' ELSE 'month' END AS period_type,
        CASE WHEN grouping(day) = 0 THEN day WHEN grouping(week) = 0 THEN week ELSE month END AS period_start,
        CASE WHEN grouping(agent_id) = 0 THEN 'agent' WHEN grouping(team) = 0 THEN 'team' ELSE 'centre' END AS scope,
        CASE WHEN grouping(agent_id) = 0 THEN agent_id WHEN grouping(team) = 0 THEN team END AS scope_id,
        coalesce(sum(COLUMNS(* EXCLUDE (day, week, month, agent_id, team))), 0)::DOUBLE
    FROM dated
    GROUP BY GROUPING SETS (
        (day), (day, team), (day, agent_id),
        (week), (week, team), (week, agent_id),
        (month), (month, team), (month, agent_id))
    HAVING scope = 'centre' OR scope_id IS NOT NULL
),
weighted AS (
    SELECT
        *,
        CASE WHEN scope = 'agent' AND period_type = 'month' THEN evaluations + interactions + interactions + exams ELSE 0 END
            AS composite_parts,
        CASE WHEN scored > 0 THEN 50 ELSE 0 END + CASE WHEN ratings > 0 THEN 20 ELSE 0 END
            + CASE WHEN saying_resolved > 0 THEN 20 ELSE 0 END + CASE WHEN exams > 0 THEN 10 ELSE 0 END AS weights,
        coalesce(50 * score_sum / nullif(scored, 0), 0) + coalesce(2000 * top_ratings / nullif(ratings, 0), 0)
            + coalesce(2000 * resolved / nullif(saying_resolved, 0), 0)
            + coalesce(1000 * exams_passed / nullif(exams, 0), 0) AS weighted_points
    FROM sums
),
indicators AS (
    SELECT
        period_type, period_start, scope, scope_id,
        unnest([
            {'indicator': 'connection_rate', 'base': voice_in, 'numerator': voice_in_answered, 'denominator': voice_in},
            {'indicator': 'service_level', 'base': voice_in, 'numerator': voice_in_in_time, 'denominator': voice_in},
            {'indicator': 'abandonment_rate', 'base': voice_in, 'numerator': voice_in_abandoned, 'denominator': voice_in},
            {'indicator': 'average_speed_of_answer', 'base': voice_in,
                'numerator': voice_in_answer_micros / 1000000, 'denominator': voice_in_with_answer_time},
            {'indicator': 'average_talk_time', 'base': interactions, 'numerator': talk_seconds, 'denominator': with_talk_seconds},
            {'indicator': 'average_hold_time', 'base': interactions, 'numerator': hold_seconds, 'denominator': with_hold_seconds},
            {'indicator': 'average_wrap_time', 'base': interactions, 'numerator': wrap_seconds, 'denominator': with_wrap_seconds},
            {'indicator': 'average_handle_time', 'base': interactions,
                'numerator': handle_seconds, 'denominator': with_talk_seconds},
            {'indicator': 'transfer_rate', 'base': interactions, 'numerator': transferred, 'denominator': saying_transferred},
            {'indicator': 'first_contact_resolution', 'base': interactions,
                'numerator': resolved, 'denominator': saying_resolved},
            {'indicator': 'csat_mean', 'base': interactions, 'numerator': rating_sum, 'denominator': ratings},
            {'indicator': 'csat_top2', 'base': interactions, 'numerator': top_ratings, 'denominator': ratings},
            {'indicator': 'csat_response_rate', 'base': interactions, 'numerator': ratings, 'denominator': answered},
            {'indicator': 'complaint_rate', 'base': interactions, 'numerator': complaints, 'denominator': answered},
            {'indicator': 'occupancy', 'base': states, 'numerator': working_seconds, 'denominator': available_seconds},
            {'indicator': 'utilisation', 'base': states, 'numerator': working_seconds, 'denominator': staffed_seconds},
            {'indicator': 'first_response_time', 'base': online,
                'numerator': response_micros / 1000000, 'denominator': with_response_time},
            {'indicator': 'resolution_time', 'base': online,
                'numerator': resolution_micros / 1000000, 'denominator': with_end_time},
            {'indicator': 'qa_mean', 'base': evaluations, 'numerator': score_sum, 'denominator': scored},
            {'indicator': 'qa_pass_rate', 'base': evaluations, 'numerator': passed, 'denominator': scored},
            {'indicator': 'severe_error_rate', 'base': evaluations, 'numerator': with_severe_error, 'denominator': evaluations},
            {'indicator': 'critical_error_accuracy', 'base': evaluations,
                'numerator': without_severe_error, 'denominator': evaluations},
            {'indicator': 'compliance_rate', 'base': evaluations, 'numerator': compliant, 'denominator': evaluations},
            {'indicator': 'appeal_rate', 'base': evaluations, 'numerator': appealed, 'denominator': evaluations},
            {'indicator': 'overturn_rate', 'base': evaluations, 'numerator': appeals_accepted, 'denominator': appeals_decided},
            {'indicator': 'feedback_in_time', 'base': evaluations, 'numerator': fed_back_in_time, 'denominator': fed_back},
            {'indicator': 'recheck_pass_rate', 'base': rechecks, 'numerator': rechecks_passed, 'denominator': rechecks_judged},
            {'indicator': 'calibration_deviation', 'base': calibrated,
                'numerator': calibration_deviation, 'denominator': calibrated},
            {'indicator': 'exam_pass_rate', 'base': exams, 'numerator': exams_passed, 'denominator': exams},
            {'indicator': 'composite', 'base': composite_parts,
                'numerator': weighted_points, 'denominator': weights::DOUBLE}
        ], recursive := true)
    FROM weighted
),
targets AS (
    SELECT * FROM (VALUES
        ('connection_rate', 0.98::DOUBLE), ('service_level', 0.8), ('abandonment_rate', 0.05), ('average_speed_of_answer', 15),
        ('first_contact_resolution', 0.8), ('plan_completion', 1), ('calibration_deviation', 5)) AS t(indicator, target)
)
SELECT
    period_type, period_start, scope, scope_id, indicator, numerator, denominator,
    numerator / nullif(denominator, 0) AS value,
    target,
    CASE
        WHEN indicator = 'calibration_deviation' THEN compared(value) <= target
        WHEN indicator IN ('abandonment_rate', 'average_speed_of_answer') THEN value <= target
        ELSE value >= target
    END AS met,
    date_trunc('month', period_start)::DATE AS month
FROM indicators
LEFT JOIN targets USING (indicator)
WHERE base > 0
