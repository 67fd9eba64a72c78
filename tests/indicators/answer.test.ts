import { describe, expect, it } from 'vitest';
import { known, missing, type Cell } from '#lib/domain/cell.ts';
import { reportingYear } from '#lib/domain/period.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { answer } from '#lib/indicators/answer.ts';
import { sharedFacts } from '../published.ts';

const { catalogue } = await sharedFacts();
const withheld = missing('withheld');

const became = (...ids: readonly string[]): PlacedIndicator => {
  const found = catalogue.indicators.find(({ role }) => role === 'referrals-outcomes');
  if (!found) throw new Error('no indicator tells what became of referrals');
  const whole = { cube: 'referrals', table: 'referrals', measure: 'referrals' };
  const outcomes = ids.map((outcome) => ({
    id: outcome,
    name: outcome,
    numerator: { ...whole, members: { outcome } },
    denominator: whole
  }));
  return { ...found, outcomes };
};

function told(indicator: PlacedIndicator, cells: Readonly<Record<string, Cell>>) {
  const { parts = [] } = answer({
    catalogue,
    indicator,
    area: 'la855',
    period: reportingYear(2024),
    lookup: ({ members }) => cells[String(members?.outcome ?? 'all')] ?? missing('notSupplied')
  });
  return parts.map(({ result }) => result.value.kind);
}

describe('what became of referrals', () => {
  it('is not told at all where what is known of the whole would give the one that is withheld away', () => {
    const cells = { all: known(60), nfa: known(20), notinneed: known(30), inneed: withheld, open: known(7) };
    expect(told(became('nfa', 'notinneed', 'inneed', 'open'), cells)).toEqual(Array(4).fill('missing'));
  });

  it('is not told where only those of whom it is not known are left out of the whole', () => {
    const { outcomes = [] } = became('nfa', 'notinneed', 'inneed', 'open');
    expect(outcomes.map(({ id }) => id)).not.toContain('notknown');
    const cells = { all: known(60), nfa: withheld, notinneed: known(30), inneed: known(20), open: known(7) };
    expect(told(became('nfa', 'notinneed', 'inneed', 'open'), cells)).not.toContain('known');
  });

  it('is told beside one that is withheld where others are in the whole as well', () => {
    const cells = { all: known(60), nfa: known(20), notinneed: withheld };
    expect(told(became('nfa', 'notinneed'), cells)).toEqual(['known', 'missing']);
  });

  it('is not told where the whole is of those outcomes alone', () => {
    const indicator = became('nfa', 'notinneed');
    const closed = {
      ...indicator,
      outcomes: (indicator.outcomes ?? []).map((outcome) => ({
        ...outcome,
        denominator: { ...outcome.denominator, members: { outcome: ['nfa', 'notinneed'] } }
      }))
    };
    const cells = { 'nfa,notinneed': known(25), nfa: known(20), notinneed: withheld };
    expect(told(closed, cells)).toEqual(['missing', 'missing']);
  });
});
