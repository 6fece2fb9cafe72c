-- One row an agent and span; name, site, on_post_date and left_date are those of the last span.
CREATE OR REPLACE TEMP TABLE agents_read AS FROM ${agents};
COPY (
    WITH holding AS (
        FROM agents_read
        QUALIFY row_number() OVER (PARTITION BY agent_id, effective_from ORDER BY rowid DESC) = 1
    )
    SELECT
        hash(agent_id, effective_from) AS agent_key,
        agent_id,
        last_value(name) OVER whole AS name,
        team,
        last_value(site) OVER whole AS site,
        grade,
        skill_group,
        last_value(on_post_date) OVER whole AS on_post_date,
        last_value(left_date) OVER whole AS left_date,
        CASE WHEN row_number() OVER spans = 1 THEN DATE '1900-01-01' ELSE effective_from END AS valid_from,
        coalesce(lead(effective_from) OVER spans, DATE '9999-12-31') AS valid_to
    FROM holding
    WINDOW
        spans AS (PARTITION BY agent_id ORDER BY effective_from ASC NULLS FIRST),
        whole AS (
            PARTITION BY agent_id ORDER BY effective_from ASC NULLS FIRST
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
) TO '${star}/dim_agent.parquet' (COMPRESSION zstd);
CREATE OR REPLACE VIEW dim_agent AS FROM '${star}/dim_agent.parquet';
