-- Each point of a series held against the 12 periods before it; ${by} are the columns of a series besides type and team.
numbered AS (
    SELECT
        *,
        period_number(period_type, period_start) AS number,
        errors * 100 / evaluations AS rate_per_100
    FROM points
),
with_history AS (
    SELECT
        *,
        max(rate_per_100) OVER (series RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING) AS previous_rate,
        CASE period_type
            WHEN 'week' THEN max(rate_per_100) OVER (series RANGE BETWEEN 52 PRECEDING AND 52 PRECEDING)
            ELSE max(rate_per_100) OVER (series RANGE BETWEEN 12 PRECEDING AND 12 PRECEDING)
        END AS last_year_rate,
        (sum(errors) OVER (series RANGE BETWEEN 12 PRECEDING AND 1 PRECEDING))::BIGINT AS past_errors,
        (sum(evaluations) OVER (series RANGE BETWEEN 12 PRECEDING AND 1 PRECEDING))::BIGINT AS past_evaluations,
        count(*) OVER (series RANGE BETWEEN 12 PRECEDING AND 1 PRECEDING) AS control_periods,
        list({'number': number, 'e': errors, 'n': evaluations})
            OVER (series RANGE BETWEEN 7 PRECEDING AND CURRENT ROW) AS recent
    FROM numbered
    WINDOW series AS (PARTITION BY period_type, team, ${by} ORDER BY number)
),
limits AS (
    SELECT
        *,
        past_errors / past_evaluations AS mean_rate,
        sqrt(mean_rate / evaluations) AS sigma,
        mean_rate * 100 AS center_line,
        CASE WHEN mean_rate IS NOT NULL THEN greatest((mean_rate - 3 * sigma) * 100, 0) END AS lower_limit,
        (mean_rate + 3 * sigma) * 100 AS upper_limit,
        errors * past_evaluations - past_errors * evaluations AS distance,
        past_errors * past_evaluations * evaluations AS variance,
        evaluations * past_errors >= 5 * past_evaluations AS many,
        list_transform(recent, lambda p: p.e * past_evaluations - past_errors * p.n) AS distances,
        list_filter(recent, lambda p: p.number < number AND p.number >= number - 2) AS two_before,
        list_filter(recent, lambda p: p.number > number - 6) AS last_six
    FROM with_history
),
judged AS (
    SELECT
        *,
        CASE
            WHEN distance > 0 AND distance * distance > 9 * variance THEN 'above_limit'
            WHEN distance < 0 AND distance * distance > 9 * variance THEN 'below_limit'
            WHEN many AND distance > 0 AND distance * distance > 4 * variance AND len(list_filter(two_before, lambda p:
                p.e * past_evaluations > past_errors * p.n
                AND (p.e * past_evaluations - past_errors * p.n) ** 2 > 4 * past_errors * past_evaluations * p.n)) > 0
                THEN 'two_of_three_above'
            WHEN many AND distance < 0 AND distance * distance > 4 * variance AND len(list_filter(two_before, lambda p:
                p.e * past_evaluations < past_errors * p.n
                AND (p.e * past_evaluations - past_errors * p.n) ** 2 > 4 * past_errors * past_evaluations * p.n)) > 0
                THEN 'two_of_three_below'
            WHEN many AND len(distances) = 8 AND list_min(distances) > 0 THEN 'eight_above'
            WHEN many AND len(distances) = 8 AND list_max(distances) < 0 THEN 'eight_below'
            WHEN many AND len(last_six) = 6 AND list_bool_and([
                last_six[i + 1].e * last_six[i].n > last_six[i].e * last_six[i + 1].n FOR i IN range(1, 6)])
                THEN 'six_rising'
            WHEN many AND len(last_six) = 6 AND list_bool_and([
                last_six[i + 1].e * last_six[i].n < last_six[i].e * last_six[i + 1].n FOR i IN range(1, 6)])
                THEN 'six_falling'
        END AS signal
    FROM limits
)
