-- One row an error type.
CREATE OR REPLACE TEMP TABLE error_types_read AS FROM ${error_types};
COPY (
    FROM error_types_read
    QUALIFY row_number() OVER (PARTITION BY error_code ORDER BY rowid DESC) = 1
) TO '${star}/dim_error_type.parquet' (COMPRESSION zstd);
CREATE OR REPLACE VIEW dim_error_type AS FROM '${star}/dim_error_type.parquet';
