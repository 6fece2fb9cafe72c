-- One row a state of an agent and version of it; the view leaves out the versions that a later one replaced, and finds
-- the agent's span.
COPY (
    WITH dated AS (
        SELECT *, timezone('${zone}', "from")::DATE AS started_on FROM ${agent_states}
    )
    SELECT
        agent_id,
        state,
        "from" AS started_at,
        "to" AS ended_at,
        date_diff('second', "from", "to") AS seconds,
        started_on,
        date_trunc('month', started_on)::DATE AS month
    FROM dated
) TO '${star}/fact_agent_state.parquet' (COMPRESSION zstd);
COPY (
    WITH versions AS (
        SELECT agent_id, started_at, file_row_number
        FROM read_parquet('${star}/fact_agent_state.parquet', file_row_number = true)
    ),
    contested AS (
        SELECT agent_id, started_at FROM versions GROUP BY ALL HAVING count(*) > 1
    )
    SELECT file_row_number
    FROM versions SEMI JOIN contested USING (agent_id, started_at)
    QUALIFY row_number() OVER (PARTITION BY agent_id, started_at ORDER BY file_row_number DESC) > 1
) TO '${star}/superseded_agent_state.parquet';
CREATE OR REPLACE VIEW fact_agent_state AS
    SELECT f.* EXCLUDE (file_row_number), agent_key, team
    FROM read_parquet('${star}/fact_agent_state.parquet', file_row_number = true) f
    ANTI JOIN '${star}/superseded_agent_state.parquet' s ON s.file_row_number = f.file_row_number
    LEFT JOIN dim_agent a ON a.agent_id = f.agent_id AND f.started_on >= a.valid_from AND f.started_on < a.valid_to;
