import { describe, expect, test } from 'vitest';
import { aggregates, oneSelect, tokensOf, wrapped } from '#lib/queries/explore-gate.ts';

const passes = (text: string) => 'sql' in oneSelect(text);

describe('one SELECT', () => {
  test.each([
    'SELECT 1',
    'select 1;',
    'SELECT 1 -- the end ; of it',
    'WITH a AS (SELECT 1 AS n) SELECT * FROM a',
    'FROM referrals SELECT area',
    '(SELECT 1) UNION ALL (SELECT 2)',
    "SELECT ';' AS sign, ')' AS bracket",
    'SELECT "of" FROM audits /* DROP TABLE; /* nested */ ; */',
    "SELECT E'it\\'s; so'",
    'SELECT $$ ; ) $$',
    'VALUES (1), (2)',
    '/* first */ SELECT 1'
  ])('is let through: %s', (text) => {
    expect(passes(text)).toBe(true);
  });

  test.each([
    'SELECT 1; SELECT 2',
    'SELECT 1; DROP VIEW referrals',
    "COPY referrals TO 'out.csv'",
    "COPY (SELECT 1) TO 'out.csv'",
    "ATTACH 'other.db'",
    'PRAGMA database_list',
    'SET memory_limit = 1',
    'RESET lock_configuration',
    'INSTALL httpfs',
    'LOAD httpfs',
    'CREATE TABLE a AS SELECT 1',
    'INSERT INTO referrals VALUES (1)',
    'UPDATE referrals SET value = 0',
    'DELETE FROM referrals',
    'DROP VIEW referrals',
    'ALTER VIEW referrals RENAME TO a',
    'CALL pragma_version()',
    'EXPLAIN SELECT 1',
    'PREPARE a AS SELECT 1',
    'EXECUTE a',
    'BEGIN',
    'CHECKPOINT',
    "IMPORT DATABASE 'a'",
    "EXPORT DATABASE 'a'",
    'VACUUM',
    'DESCRIBE referrals',
    'USE other',
    "SELECT * FROM read_csv('a.csv')",
    "SELECT * FROM READ_CSV_AUTO ('a.csv')",
    'SELECT * FROM "read_csv"(\'a.csv\')',
    "SELECT * FROM read_text('/etc/hosts')",
    "SELECT * FROM read_blob('https://example.org/a')",
    "SELECT * FROM parquet_scan('a')",
    "SELECT * FROM glob('*')",
    "SELECT * FROM sniff_csv('a')",
    "SELECT getenv('HOME')",
    "SELECT * FROM query('SELECT 1; DROP VIEW referrals')",
    'SELECT * FROM duckdb_settings()',
    'SELECT 1) AS a; DROP VIEW referrals; SELECT * FROM (SELECT 2',
    'SELECT 1) AS a, (SELECT 2',
    'SELECT 1 /* ; */ ; /* */ DROP VIEW referrals',
    "SELECT 'never closed",
    'SELECT "never closed',
    'SELECT 1 /* never closed',
    'SELECT $a$ never closed; $b$ $a',
    'SELECT (1',
    '',
    ';',
    '-- nothing'
  ])('is not let through: %s', (text) => {
    expect(passes(text)).toBe(false);
  });

  test('is refused with where it goes wrong', () => {
    expect(oneSelect('SELECT 1;\nDROP VIEW a')).toMatchObject({ at: 8 });
    expect(oneSelect('  DROP VIEW a')).toMatchObject({ at: 2 });
  });

  test('loses the semicolon at its end, and a comment there does not swallow what is put round it', () => {
    const gate = oneSelect('SELECT 1; -- all');
    expect(gate).toEqual({ sql: 'SELECT 1  -- all' });
    expect(wrapped('SELECT 1 -- all').split('\n')).toHaveLength(3);
  });
});

test('words inside strings and comments are no words of a query', () => {
  expect(tokensOf("SELECT 'sum(' /* avg( */ -- max(\n")?.map(({ text }) => text)).toEqual(['SELECT']);
  expect(aggregates("SELECT 'sum(value)' FROM a")).toBe(false);
  expect(aggregates('SELECT SUM (value) FROM a')).toBe(true);
  expect(aggregates('SELECT area FROM a')).toBe(false);
});
