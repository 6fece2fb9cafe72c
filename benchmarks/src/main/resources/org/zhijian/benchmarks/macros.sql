-- What several statements share.

-- A score as ranks and thresholds compare it: half up to 4 decimals (R1). The cast takes the error of doubles away first.
CREATE MACRO compared(score) AS round(score::DECIMAL(18, 12), 4);

CREATE MACRO grade(score) AS
    CASE WHEN compared(score) >= 90 THEN 'excellent'
         WHEN compared(score) >= 80 THEN 'good'
         WHEN compared(score) >= 60 THEN 'pass'
         WHEN score IS NOT NULL THEN 'fail' END;

-- A percentage of a whole number, rounded up.
CREATE MACRO ceiling_share(percent, number) AS (percent * number + 99) // 100;

CREATE MACRO quota(tier, base) AS
    CASE tier WHEN 'A' THEN ceiling_share(30, base) WHEN 'C' THEN ceiling_share(150, base) ELSE base END;

-- Customers' numbers in free text (R15): runs of seven or more digits, however grouped. RE2 has no look-ahead, so dates are
-- masked too, which the suite leaves.
CREATE MACRO masked(text) AS
    regexp_replace(text, '[+＋]?[(（]?[0-9０-９零〇一二三四五六七八九幺](?:[   \-‐‑–—－_.·()（）]{0,3}[0-9０-９零〇一二三四五六七八九幺]){6,}[XxＸｘ]?', '***', 'g');

-- The first 128 bits of a SHA-256 over a secret and the reference.
CREATE MACRO hashed(reference) AS left(sha256('a secret of this benchmark alone' || reference), 32);

-- The week and the month of a day (R9).
CREATE MACRO trend_periods(day) AS [
    {'period_type': 'week', 'period_start': date_trunc('week', day)::DATE},
    {'period_type': 'month', 'period_start': date_trunc('month', day)::DATE}];

-- The number of a period: the one directly before has one less.
CREATE MACRO period_number(period_type, period_start) AS
    CASE period_type WHEN 'week' THEN (period_start - DATE '1970-01-05') // 7
                     ELSE year(period_start) * 12 + month(period_start) END;

-- What was inspected: the interaction, or where there is none the evaluation itself (R7).
CREATE MACRO inspected(interaction_id, evaluation_id) AS
    coalesce('interaction ' || interaction_id, 'evaluation ' || evaluation_id);
