/** Queries to begin with, for figures that have the views they name. */

export interface Example {
  readonly title: string;
  readonly sql: string;
}

export const EXAMPLES: readonly Example[] = [
  {
    title: 'Children on a plan for neglect, authority by authority, 2024',
    sql: `SELECT area, value, status, counts
FROM child_protection_plans
WHERE measure = 'Children on a plan'
  AND category_latest = 'Neglect' AND category_initial = 'All'
  AND area_kind = 'authority' AND period = '2024'
ORDER BY area`
  },
  {
    title: 'Referrals per year',
    sql: `SELECT period, value, status, counts
FROM referrals
WHERE area_kind = 'country' AND outcome = 'All' AND rereferral = 'All'
  AND source = 'All' AND measure = 'Referrals' AND period_kind = 'year'
  AND table_title LIKE 'C1%'
ORDER BY period`
  },
  {
    title: 'How many figures of each table are withheld',
    sql: `SELECT table_title, count(*) AS figures,
  count(*) FILTER (WHERE status = 'withheld') AS withheld
FROM child_protection_plans
GROUP BY ALL
ORDER BY withheld DESC`
  }
];
