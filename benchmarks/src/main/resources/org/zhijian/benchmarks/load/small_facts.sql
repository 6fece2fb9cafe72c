-- Calibration scores, exams and coaching.
CREATE OR REPLACE TEMP TABLE calibrations_read AS FROM ${calibrations};
COPY (
    SELECT * REPLACE (coalesce(max_score, 100) AS max_score, coalesce(reference, false) AS reference)
    FROM calibrations_read
    QUALIFY row_number() OVER (PARTITION BY session_id, interaction_id, inspector_id ORDER BY rowid DESC) = 1
) TO '${star}/fact_calibration_score.parquet' (COMPRESSION zstd);
CREATE OR REPLACE VIEW fact_calibration_score AS FROM '${star}/fact_calibration_score.parquet';

CREATE OR REPLACE TEMP TABLE exams_read AS FROM ${exams};
COPY (
    WITH held AS (FROM exams_read QUALIFY row_number() OVER (PARTITION BY exam_id, agent_id ORDER BY rowid DESC) = 1)
    SELECT h.*, a.team
    FROM held h
    LEFT JOIN dim_agent a ON a.agent_id = h.agent_id AND taken_on >= valid_from AND taken_on < valid_to
) TO '${star}/fact_exam.parquet' (COMPRESSION zstd);
CREATE OR REPLACE VIEW fact_exam AS FROM '${star}/fact_exam.parquet';

CREATE OR REPLACE TEMP TABLE coaching_read AS FROM ${coaching};
COPY (
    WITH held AS (FROM coaching_read QUALIFY row_number() OVER (PARTITION BY coaching_id ORDER BY rowid DESC) = 1)
    SELECT h.*, a.team
    FROM held h
    LEFT JOIN dim_agent a ON a.agent_id = h.agent_id AND opened_on >= valid_from AND opened_on < valid_to
) TO '${star}/fact_coaching.parquet' (COMPRESSION zstd);
CREATE OR REPLACE VIEW fact_coaching AS FROM '${star}/fact_coaching.parquet';
