-- One row a scorecard item and version of it.
CREATE OR REPLACE TEMP TABLE scorecards_read AS FROM ${scorecards};
COPY (
    WITH holding AS (
        FROM scorecards_read
        QUALIFY row_number() OVER (PARTITION BY scorecard_id, item_code, effective_from ORDER BY rowid DESC) = 1
    )
    SELECT
        * EXCLUDE (effective_from),
        CASE WHEN row_number() OVER versions = 1 THEN DATE '1900-01-01' ELSE effective_from END AS valid_from,
        coalesce(lead(effective_from) OVER versions, DATE '9999-12-31') AS valid_to
    FROM holding
    WINDOW versions AS (PARTITION BY scorecard_id, item_code ORDER BY effective_from ASC NULLS FIRST)
) TO '${star}/dim_scorecard_item.parquet' (COMPRESSION zstd);
CREATE OR REPLACE VIEW dim_scorecard_item AS FROM '${star}/dim_scorecard_item.parquet';
