import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#lib/db/node.ts';
import type { Facts } from '#lib/db/facts.ts';
import { cubes } from '#lib/store/cubes.ts';
import { openBench, Refused, type Bench } from '#lib/views/explore/bench.ts';
import { sqlFault } from '#lib/words/explore-errors.ts';
import { resultModel } from '#lib/views/explore/result.ts';
import { EXAMPLES } from '#lib/views/explore/examples.ts';
import { wrapped } from '#lib/queries/explore-gate.ts';
import { sharedFacts } from '../../published.ts';

let facts: Facts;
let bench: Bench;
beforeAll(async () => {
  facts = await sharedFacts();
  bench = await openBench(facts, cubes(), openDatabase);
});
afterAll(() => bench.close());

const wrong = (sql: string) =>
  bench.run(sql).then(
    () => 'ran',
    (error: unknown) =>
      error instanceof Refused ? `refused: ${error.message}` : sqlFault(String(error)).words
  );

describe('labelled views', () => {
  test('hold the figures that are published, in words', async () => {
    const { rows, read } = await bench.run(
      `SELECT value, status, area_code, period_end, category_latest_code FROM child_protection_plans
       WHERE area = 'England' AND period = '2024' AND measure = 'Children on a plan' AND category_latest = 'Neglect'`
    );
    expect(rows).toMatchObject([
      { value: 24570, status: 'known', area_code: 'E92000001', category_latest_code: 'neglect' }
    ]);
    expect(read[0]?.view.name).toBe('child_protection_plans');
    expect(read[0]?.withheld).toBeGreaterThan(1000);
  });

  test('tell when a period ends as a date, on the page and in its file', async () => {
    const result = await bench.run(
      "SELECT DISTINCT period, period_end FROM child_protection_plans WHERE period = '2017'"
    );
    const { figure } = resultModel(result, { adds: false, reckons: false }, []);
    expect(figure.table.rows).toEqual([{ period: '2017', period_end: '2017-03-31' }]);
  });

  test('tell of each row what it holds of neglect, as its file then does', async () => {
    const of = (category: string) =>
      `SELECT period, value, counts FROM child_protection_plans WHERE area = 'England' AND period = '2024'
       AND measure = 'Children on a plan' AND category_initial = 'All' AND category_latest ${category}`;
    const countsOf = async (sql: string) => {
      const result = await bench.run(sql);
      const { figure, said } = resultModel(result, { adds: false, reckons: false }, []);
      return { counts: figure.counts, mark: figure.mark, said: said.join(' ') };
    };
    expect(await countsOf(of("= 'Neglect'"))).toMatchObject({ mark: 'neglect', counts: undefined });
    expect(await countsOf(of("= 'Emotional abuse'"))).toMatchObject({ mark: 'all', counts: ['other'] });
    expect(await countsOf(of("= 'All'"))).toMatchObject({ mark: 'all', counts: undefined });
    expect(await countsOf(of("<> 'All'"))).toMatchObject({ counts: ['neglect', 'includes', 'other'] });
    const without = await countsOf(of("= 'Neglect'").replace(', counts', ''));
    expect(without.counts).toEqual([]);
    expect(without.said).toContain('Add the column counts');
  });

  test('hold no number where one is withheld, and say so', async () => {
    const { rows } = await bench.run(
      `SELECT DISTINCT value, status FROM child_protection_plans
       WHERE area = 'Rutland' AND period = '2024' AND category_latest <> 'All'`
    );
    expect(rows).toContainEqual({ value: null, status: 'withheld' });
    const { rows: leaks } = await bench.run(
      `SELECT count(*) AS n FROM child_protection_plans WHERE status <> 'known' AND value IS NOT NULL`
    );
    expect(leaks).toEqual([{ n: 0 }]);
  });

  test('have the columns that are documented, and every example runs and gives rows', async () => {
    for (const view of bench.views) {
      const { rows } = await bench.run(`SELECT * FROM ${view.name} LIMIT 1`);
      expect(Object.keys(rows[0] ?? {}), view.name).toEqual(view.columns.map(({ name }) => name));
    }
    for (const { sql, title } of EXAMPLES) {
      const { rows } = await bench.run(sql);
      expect(rows.length, title).toBeGreaterThan(0);
    }
  });

  test('stop at a thousand rows and say that there are more', async () => {
    const result = await bench.run('SELECT * FROM referrals');
    expect(result.rows).toHaveLength(1000);
    expect(result.more).toBe(true);
  });
});

describe('the engine itself refuses', () => {
  test.each([
    "SELECT * FROM 'a.csv'",
    "SELECT * FROM 'https://example.org/a.parquet'",
    'WITH a AS (SELECT 1) INSERT INTO words_area SELECT * FROM a',
    'WITH a AS (DELETE FROM words_area RETURNING *) SELECT * FROM a'
  ])('what the first door lets through: %s', async (sql) => {
    expect(await wrong(sql)).not.toBe('ran');
    const { rows } = await bench.run('SELECT count(*) AS n FROM words_area');
    expect(rows).toEqual([{ n: facts.catalogue.dictionary.areas.length }]);
  });

  test('several statements, even where they come round the first door', async () => {
    const database = await openDatabase();
    await expect(database.one('SELECT 1; SELECT 2')).rejects.toThrow(/multiple statements/);
    await expect(
      database.one(wrapped('SELECT 1) AS a; CREATE TABLE b AS SELECT * FROM (SELECT 2'))
    ).rejects.toThrow();
    await expect(database.one('SET enable_external_access = true')).rejects.toThrow();
    await expect(database.one("COPY (SELECT 1) TO 'a.csv'")).rejects.toThrow();
    await expect(database.one("ATTACH 'a.db'")).rejects.toThrow();
    await expect(database.one("SELECT * FROM read_csv('a.csv')")).rejects.toThrow();
    await database.close();
  });
});

test('errors are said in plain words, with their place', async () => {
  expect(await wrong('SELECT * FROM child_protection_plan')).toContain('There is no view called');
  expect(await wrong('SELECT areas FROM referrals')).toMatch(/column called “areas”/);
  expect(await wrong('SELECT area, sum(value) FROM referrals')).toContain('GROUP BY');
  expect(await wrong('SELECT area FROM FROM referrals')).toContain('cannot be read');
  expect(await wrong('DROP VIEW referrals')).toContain('refused: This box runs one SELECT');
  expect(await wrong('SELECT * FROM nothing_here')).not.toMatch(/pg_|words_/);
  expect(await wrong('SELECT area FROM referrals WHERE area = "Leeds"')).toContain(
    "in single quotes: 'Leeds'"
  );
  expect(await wrong("SELECT DATE '2024-13-01'")).toContain('“2024-13-01” is no date');
  expect(await wrong('SELECT (SELECT value FROM referrals) AS x')).toContain('gives several rows');
  expect(await wrong('SELECT 1 LIMIT -1')).toContain('from 0 up');
  expect(await wrong('SELECT max(value * 2000000000) FROM child_protection_plans')).toContain('too large');
  expect(sqlFault('the engine that runs the figures stopped').words).toContain('starts afresh');
  const late = await bench
    .run("SELECT area\nFROM referrals WHERE value > 'ten'")
    .catch((error: unknown) => sqlFault(String(error)));
  expect(late).toMatchObject({ words: '“ten” is no number.', at: { line: 2, column: 30 } });
  const fault = await bench
    .run('SELECT area,\n  areas FROM referrals')
    .catch((error: unknown) => sqlFault(String(error)));
  expect(fault).toMatchObject({ at: { line: 2, column: 3 } });
});

test('a sum over rows of which some have no number says how many, and is no figure of ours', async () => {
  const sql = `SELECT area, sum(value) AS children FROM child_protection_plans WHERE area_kind = 'region' GROUP BY ALL`;
  const { said, figure } = resultModel(await bench.run(sql), { adds: true, reckons: true }, []);
  expect(said.join(' ')).toMatch(
    /rows in child_protection_plans, [\d,]+ have no number, [\d,]+ of them withheld/
  );
  expect(said.join(' ')).toContain('no figure of ours');
  expect('spec' in figure && figure.spec.kind).toBe('bars');
});

test('years give lines, and words alone give a table', async () => {
  const years = await bench.run(
    `SELECT period, value FROM child_protection_plans WHERE area = 'Leeds' AND measure = 'Children on a plan'
     AND category_latest = 'Neglect' AND category_initial = 'All' AND table_title LIKE 'D4%'`
  );
  const { figure } = resultModel(years, { adds: false, reckons: false }, []);
  expect('spec' in figure && figure.spec.kind).toBe('series');
  const july = resultModel(years, { adds: false, reckons: false }, [], [{ end: '2024-07-31' }]);
  expect('spec' in july.figure && july.figure.spec).toMatchObject({ endsIn: 7 });
  const names = resultModel(
    await bench.run('SELECT DISTINCT area FROM referrals'),
    { adds: false, reckons: false },
    []
  );
  expect('spec' in names.figure).toBe(false);
});
