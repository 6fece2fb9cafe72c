-- One row an interaction and version of it, in the order in which they came; the view leaves out the versions that a later
-- one replaced. They are some in a thousand, so this is much cheaper than sorting all of them. It also finds the agent's
-- span: with a join, COPY would write the rows in another order.
COPY (
    WITH dated AS (
        SELECT
            *,
            timezone('${zone}', started_at) AS local_time,
            local_time::DATE AS started_on,
            hour(local_time) * 60 + minute(local_time) AS minute_of_day
        FROM ${interactions}
    )
    SELECT
        interaction_id,
        date_trunc('month', started_on)::DATE AS month,
        started_on,
        CASE
            WHEN minute_of_day >= 540 AND minute_of_day < 720 OR minute_of_day >= 840 AND minute_of_day < 1080 THEN 'peak'
            WHEN minute_of_day >= 480 AND minute_of_day < 1260 THEN 'normal'
            ELSE 'off_peak'
        END AS time_band,
        channel,
        business_type,
        agent_id,
        queue,
        skill_group,
        ${customer}
        handled_by,
        started_at,
        answered_at,
        ended_at,
        talk_seconds,
        hold_seconds,
        wrap_seconds,
        outcome,
        outcome = 'answered' AND coalesce(handled_by, 'human') = 'human' AND agent_id IS NOT NULL AS human_handled,
        transferred,
        first_contact_resolved,
        csat,
        masked(keywords) AS keywords,
        emotion = 'abnormal' AS emotion_abnormal,
        recording_ref
    FROM dated
) TO '${star}/fact_interaction.parquet' (COMPRESSION zstd);
COPY (
    WITH versions AS (
        SELECT interaction_id, file_row_number
        FROM read_parquet('${star}/fact_interaction.parquet', file_row_number = true)
    )
    SELECT file_row_number
    FROM versions
    WHERE interaction_id IN (SELECT interaction_id FROM versions GROUP BY ALL HAVING count(*) > 1)
    QUALIFY row_number() OVER (PARTITION BY interaction_id ORDER BY file_row_number DESC) > 1
) TO '${star}/superseded_interaction.parquet';
CREATE OR REPLACE VIEW fact_interaction AS
    SELECT f.* EXCLUDE (file_row_number), agent_key, team
    FROM read_parquet('${star}/fact_interaction.parquet', file_row_number = true) f
    ANTI JOIN '${star}/superseded_interaction.parquet' s ON s.file_row_number = f.file_row_number
    LEFT JOIN dim_agent a ON a.agent_id = f.agent_id AND f.started_on >= a.valid_from AND f.started_on < a.valid_to;
