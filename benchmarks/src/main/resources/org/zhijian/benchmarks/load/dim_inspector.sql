-- One row an inspector.
CREATE OR REPLACE TEMP TABLE inspectors_read AS FROM ${inspectors};
COPY (
    FROM inspectors_read
    QUALIFY row_number() OVER (PARTITION BY inspector_id ORDER BY rowid DESC) = 1
) TO '${star}/dim_inspector.parquet' (COMPRESSION zstd);
