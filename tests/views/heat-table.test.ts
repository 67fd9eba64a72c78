import { describe, expect, it } from 'vitest';
import { known, missing, NOT_SUPPLIED } from '#lib/domain/cell.ts';
import { heatTable, type Finding } from '#lib/views/heat-table.ts';

const STANDARDS = [
  { id: 'voice', label: 'The child’s voice is recorded' },
  { id: 'tool', label: 'A neglect tool was used' }
];
const ROUNDS = [
  { id: 'r1', label: 'Round 1' },
  { id: 'r2', label: 'Round 2' }
];
const WORDS = {
  shade: 'share of audits that met the standard',
  met: 'met',
  audits: 'audits',
  caption: 'Audits by standard and round'
};
const finding = (n: number, of: number, more: Partial<Finding> = {}): Finding => ({
  standard: 'voice',
  round: 'r1',
  n: known(n),
  of: known(of),
  ...more
});
const made = (...findings: readonly Finding[]) => heatTable(findings, STANDARDS, ROUNDS, WORDS);
const places = (...findings: readonly Finding[]) => made(...findings).spec.rows[0]?.places;

describe('a place of a heat table', () => {
  it('says n of N and carries a share from twenty on', () => {
    expect(places(finding(27, 44))).toEqual([
      { column: 'r1', n: known(27), of: known(44), text: '27 of 44', share: 27 / 44 }
    ]);
    expect(places(finding(20, 20))?.[0]?.share).toBe(1);
    expect(places(finding(1014, 1203))?.[0]?.text).toBe('1,014 of 1,203');
  });

  it('of fewer than twenty has counts and no share', () => {
    const [place] = places(finding(4, 6)) ?? [];
    expect(place?.text).toBe('4 of 6');
    expect(place).not.toHaveProperty('share');
    expect(places(finding(18, 19))?.[0]).not.toHaveProperty('share');
  });

  it('whose n or N is withheld has no share, and its words say neither count', () => {
    for (const hidden of [{ n: missing('withheld') }, { of: missing('withheld') }]) {
      const [place] = places(finding(27, 44, hidden)) ?? [];
      expect(place?.text).toBe('withheld');
      expect(place).not.toHaveProperty('share');
    }
    expect(places(finding(27, 44, { n: missing('withheld'), of: NOT_SUPPLIED }))?.[0]?.text).toBe('withheld');
  });

  it('that is not in yet says so, and is not called withheld', () => {
    expect(places(finding(0, 0, { n: missing('late'), of: missing('late') }))?.[0]?.text).toBe('not in yet');
  });

  it('that nobody met keeps its zero', () => {
    expect(places(finding(0, 44))?.[0]).toMatchObject({ text: '0 of 44', share: 0 });
  });

  it('that a round did not ask is absent, and not applicable in the table', () => {
    const { spec, table } = made(finding(27, 44, { round: 'r2' }));
    expect(spec.rows[0]?.places.map(({ column }) => column)).toEqual(['r2']);
    expect(spec.rows[1]?.places).toEqual([]);
    expect(table.rows[0]).toMatchObject({ 'r1-n': missing('notApplicable'), 'r2-n': known(27) });
  });
});

describe('rounds that differ', () => {
  it('have a rule before the one that cannot be compared', () => {
    const rule = (comparable?: boolean) =>
      places(
        finding(27, 44),
        finding(30, 46, { round: 'r2', ...(comparable === undefined ? {} : { comparable }) })
      )?.[1]?.breaks;
    expect([rule(false), rule(true), rule()]).toEqual([true, undefined, undefined]);
  });

  it('have none before the first that asked, which has nothing to be compared with', () => {
    expect(places(finding(27, 44, { round: 'r2', comparable: false }))?.[0]).not.toHaveProperty('breaks');
  });
});

describe('the table behind it', () => {
  it('has a column of n and one of N for every round, with the same cells', () => {
    const { table } = made(finding(27, 44), finding(30, 46, { round: 'r2', n: missing('withheld') }));
    expect(table.columns.map(({ label }) => label)).toEqual([
      'Standard',
      'Round 1: met',
      'Round 1: audits',
      'Round 2: met',
      'Round 2: audits'
    ]);
    expect(table.rows[0]).toMatchObject({
      standard: 'The child’s voice is recorded',
      'r1-n': known(27),
      'r1-of': known(44),
      'r2-n': missing('withheld')
    });
  });
});

it('more met than were audited is refused, and so are two findings of one place', () => {
  expect(() => made(finding(45, 44))).toThrow('n must lie between 0 and N: 45 of 44');
  expect(() => made(finding(-1, 44))).toThrow('n must lie between 0 and N: -1 of 44');
  expect(() => made(finding(1, 44), finding(2, 44))).toThrow(
    'two findings of one standard and round: voice, r1'
  );
});

it('a standard that should not be met says so in its name, and to whoever draws it', () => {
  const standards = STANDARDS.map((each, index) => ({ ...each, fewerIsBetter: index === 0 }));
  const { spec, table } = heatTable([finding(27, 44)], standards, ROUNDS, WORDS);
  expect(spec.rows.map(({ label }) => label)).toEqual([
    'The child’s voice is recorded (fewer is better)',
    'A neglect tool was used'
  ]);
  expect(spec.rows.map(({ fewerIsBetter }) => fewerIsBetter)).toEqual([true, undefined]);
  expect(table.rows[0]?.['standard']).toContain('fewer is better');
});
