-- One row an evaluation with its final score (R1), and the item scores, errors and appeals that belong to it (R11).
CREATE OR REPLACE TEMP TABLE evaluations_read AS FROM ${evaluations};
CREATE OR REPLACE TEMP TABLE evaluation_scores_read AS FROM ${evaluation_scores};
CREATE OR REPLACE TEMP TABLE evaluation_errors_read AS FROM ${evaluation_errors};
CREATE OR REPLACE TEMP TABLE appeals_read AS FROM ${appeals};

CREATE OR REPLACE TEMP TABLE appeals_held AS
    FROM appeals_read
    QUALIFY row_number() OVER (PARTITION BY appeal_id ORDER BY updated_at DESC NULLS LAST, rowid DESC) = 1;

CREATE OR REPLACE TEMP TABLE evaluations_dated AS
    SELECT
        * REPLACE (coalesce(scorecard_id, (
            SELECT CASE WHEN count(DISTINCT scorecard_id) = 1 THEN max(scorecard_id) END FROM dim_scorecard_item
        )) AS scorecard_id),
        timezone('${zone}', evaluated_at)::DATE AS evaluated_on,
        date_trunc('month', evaluated_on)::DATE AS month
    FROM evaluations_read
    QUALIFY row_number() OVER (PARTITION BY evaluation_id ORDER BY updated_at DESC NULLS LAST, rowid DESC) = 1;

COPY (
    WITH held AS (
        FROM evaluation_scores_read
        QUALIFY row_number() OVER (PARTITION BY evaluation_id, item_code ORDER BY rowid DESC) = 1
    )
    SELECT
        s.evaluation_id,
        e.month,
        s.item_code,
        s.points,
        CASE WHEN s.points IS NOT NULL THEN i.max_points END AS max_points
    FROM held s
    LEFT JOIN evaluations_dated e USING (evaluation_id)
    LEFT JOIN dim_scorecard_item i
        ON i.scorecard_id = e.scorecard_id AND i.item_code = s.item_code
        AND e.evaluated_on >= i.valid_from AND e.evaluated_on < i.valid_to
) TO '${star}/fact_item_score.parquet' (COMPRESSION zstd);
CREATE OR REPLACE VIEW fact_item_score AS FROM '${star}/fact_item_score.parquet';

COPY (
    WITH held AS (
        FROM evaluation_errors_read
        QUALIFY row_number() OVER (PARTITION BY evaluation_id, error_code ORDER BY rowid DESC) = 1
    ),
    removed AS (
        SELECT evaluation_id, trim(code) AS error_code, min(appeal_id) AS removed_by
        FROM (SELECT evaluation_id, appeal_id, unnest(string_split(removed_errors, ';')) AS code
              FROM appeals_held WHERE status = 'accepted')
        GROUP BY ALL
    )
    SELECT h.evaluation_id, e.month, h.error_code, removed_by IS NULL AS stands, removed_by, masked(note) AS note
    FROM held h
    LEFT JOIN evaluations_dated e USING (evaluation_id)
    LEFT JOIN removed USING (evaluation_id, error_code)
    WHERE NOT coalesce(withdrawn, false)
) TO '${star}/fact_error.parquet' (COMPRESSION zstd);
CREATE OR REPLACE VIEW fact_error AS FROM '${star}/fact_error.parquet';

COPY (
    SELECT a.* REPLACE (masked(reason) AS reason), e.month
    FROM appeals_held a LEFT JOIN evaluations_dated e USING (evaluation_id)
) TO '${star}/fact_appeal.parquet' (COMPRESSION zstd);
CREATE OR REPLACE VIEW fact_appeal AS FROM '${star}/fact_appeal.parquet';

COPY (
    WITH points AS (
        SELECT
            evaluation_id,
            count(*) AS items,
            count(points) AS applying,
            count(points) FILTER (max_points IS NULL) AS unknown_items,
            sum(points::DECIMAL(18, 6))::DOUBLE AS points_awarded,
            sum(max_points::DECIMAL(18, 6))::DOUBLE AS points_possible
        FROM fact_item_score
        GROUP BY evaluation_id
    ),
    appealed AS (
        SELECT
            evaluation_id,
            bool_or(status = 'submitted') AS open_appeal,
            arg_max(revised_score, (decided_at, updated_at, appeal_id))
                FILTER (status = 'accepted' AND revised_score IS NOT NULL) AS revised_score
        FROM appeals_held
        GROUP BY evaluation_id
    ),
    joined AS (
        SELECT
            e.* REPLACE (masked(comment) AS comment, masked(topic) AS topic),
            a.agent_key,
            a.team,
            review_status = 'published' AS published,
            p.points_awarded,
            p.points_possible,
            r.revised_score,
            coalesce(r.open_appeal, false) AS open_appeal,
            CASE
                WHEN r.revised_score IS NOT NULL THEN 'appeal'
                WHEN p.items > 0 AND (p.applying = 0 OR p.unknown_items = 0 AND p.points_possible = 0) THEN 'not_applicable'
                WHEN p.items > 0 AND p.unknown_items > 0 THEN 'unknown_item'
                WHEN p.items > 0 THEN 'items'
                WHEN total_score IS NOT NULL THEN 'total'
                ELSE 'missing'
            END AS source,
            CASE source
                WHEN 'appeal' THEN r.revised_score
                WHEN 'items' THEN p.points_awarded * 100 / p.points_possible
                WHEN 'total' THEN total_score
            END AS value
        FROM evaluations_dated e
        LEFT JOIN dim_agent a
            ON a.agent_id = e.agent_id AND e.evaluated_on >= a.valid_from AND e.evaluated_on < a.valid_to
        LEFT JOIN points p USING (evaluation_id)
        LEFT JOIN appealed r USING (evaluation_id)
    )
    SELECT
        * EXCLUDE (source, value),
        CASE WHEN value BETWEEN 0 AND 100 THEN value END AS score,
        CASE WHEN source IN ('appeal', 'items', 'total') AND score IS NULL THEN 'out_of_range' ELSE source END AS score_basis
    FROM joined
) TO '${star}/fact_evaluation.parquet' (COMPRESSION zstd);
CREATE OR REPLACE VIEW fact_evaluation AS FROM '${star}/fact_evaluation.parquet';
