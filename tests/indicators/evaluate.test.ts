import { describe, expect, it } from 'vitest';
import { isKnown, known, missing } from '#lib/domain/cell.ts';
import { reportingYear } from '#lib/domain/period.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { PlacedTerm, Term } from '#lib/domain/term.ts';
import { evaluate, termsOf } from '#lib/indicators/evaluate.ts';
import { brokenTerms } from '#lib/indicators/broken-terms.ts';
import { cellsOf, type CellLookup } from '#lib/queries/cells.ts';
import { pathwayDifference, pathwayEnd } from '#lib/stats/pathway.ts';
import { roundHalfUp } from '#lib/stats/rounding.ts';
import {
  CHILDREN_AT_CONFERENCE,
  CHILDREN_REFERRED,
  CHILDREN_STARTING,
  EXTRA_TERMS,
  STARTS_NEGLECT,
  STARTS_TOTAL
} from '#lib/views/terms.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { readIndicators } from '../../scripts/read-published.ts';
import { sharedBundle, sharedFacts } from '../published.ts';

const facts = await sharedFacts();
const indicators = await readIndicators();
const tables = new Map((await sharedBundle()).tables.map(({ table }) => [table.id, table.cube]));
const get = (role: string): PlacedIndicator => {
  const found = facts.catalogue.indicators.find((indicator) => indicator.role === role);
  if (!found) throw new Error(`no indicator ${role}`);
  return found;
};
const year = reportingYear(2024);

describe('an indicator', () => {
  const rate = get('plans-neglect-rate');
  const lookup =
    (numerator: ReturnType<CellLookup>, denominator: ReturnType<CellLookup>): CellLookup =>
    (term) =>
      term.cube === 'population' ? denominator : numerator;

  it('is withheld where its numerator is, whatever its denominator', () => {
    const result = evaluate(rate, lookup(missing('withheld'), known(1000)), 'la857', year);
    expect(result.value).toEqual(missing('withheld'));
    expect(result.ranges).toBeUndefined();
  });
  it('does not apply where it would divide by nothing', () => {
    expect(evaluate(rate, lookup(known(0), known(0)), 'la857', year).value).toEqual(missing('notApplicable'));
  });
  it('reads the population of the middle of the year before', () => {
    const asked: string[] = [];
    evaluate(rate, (term, _area, period) => (asked.push(`${term.cube} ${period}`), known(1)), 'la855', year);
    expect(asked).toEqual(['plans 2024', 'population mid2023']);
  });
  it('names only cubes, tables, measures, dimensions and members that exist', async () => {
    expect(brokenTerms(indicators, await readDictionary(), tables)).toEqual([]);
  });
  it('that names something else is told what', async () => {
    const told = async (term: Partial<Term>) => {
      const [right] = indicators.filter(({ role }) => role === 'plans-neglect-rate');
      const [way] = right?.ways ?? [];
      if (!right || !way?.numerator) throw new Error('no such indicator');
      const wrong: Indicator = { ...right, ways: [{ ...way, numerator: { ...way.numerator, ...term } }] };
      return brokenTerms([wrong], await readDictionary(), tables);
    };
    const say = (what: string) => [`indicator “CPP-NEG-RATE” names ${what}`];
    expect(await told({ members: { category_latest: 'nglect' } })).toEqual(
      say('a member that dimension category_latest does not have: nglect')
    );
    expect(await told({ measure: 'opened' })).toEqual(say('a measure that cube plans does not have: opened'));
    expect(await told({ pool: 3 })).toEqual(
      say('a sum of open over periods, which counts what stands on one date')
    );
    expect(await told({ field: 'of' })).toEqual(
      say('the N of a row in cube plans, which does not count n of N')
    );
  });
});

describe('cells', () => {
  const term = (members: Term['members']): PlacedTerm => ({
    cube: 'plans',
    table: 'plans-by-category',
    measure: 'open',
    ...(members ? { members } : {})
  });
  it('add up over members, and are withheld where one part is', async () => {
    const both = term({ category_latest: ['neglect', 'multiple'] });
    const lookup = await cellsOf(facts, [both], { areas: ['la855', 'la857'] });
    expect(lookup(both, 'la855', '2024')).toEqual(known(294));
    expect(lookup(both, 'la857', '2024')).toEqual(missing('withheld'));
  });
  it('are not supplied, and never zero, where there is no row', async () => {
    const lookup = await cellsOf(facts, [term(undefined)], { areas: ['la909'] });
    expect(lookup(term(undefined), 'la909', '2024')).toEqual(missing('notSupplied'));
    expect(lookup(term({ category_latest: 'nonsense' }), 'la855', '2024')).toEqual(missing('notSupplied'));
  });
  it('of England are published, not summed', async () => {
    const neglect = term({ category_latest: 'neglect' });
    const all = facts.catalogue.manifest.areas
      .filter((area) => area.kind === 'authority')
      .map(({ id }) => id);
    const lookup = await cellsOf(facts, [neglect], { areas: ['E92000001', ...all] });
    const sum = all
      .map((id) => lookup(neglect, id, '2024'))
      .filter(isKnown)
      .reduce((total, cell) => total + cell.value, 0);
    expect(lookup(neglect, 'E92000001', '2024')).toEqual(known(24570));
    expect(sum).toBe(23811);
  });
});

describe('the pathway of 2024 against England', async () => {
  const population = get('plans-rate').denominator ?? { cube: '', table: '', measure: '' };
  const lookup = await cellsOf(facts, [...EXTRA_TERMS, ...termsOf(get('plans-rate'))], {
    areas: ['la383', 'la855', 'la857', 'E92000001']
  });
  const value = (term: PlacedTerm, area: string, period = '2024') => {
    const cell = lookup(term, area, period);
    return isKnown(cell) ? cell.value : NaN;
  };
  const chain = (area: string) => ({
    referred: (value(CHILDREN_REFERRED, area) / value(population, area, 'mid2023')) * 10_000,
    conference: value(CHILDREN_AT_CONFERENCE, area) / value(CHILDREN_REFERRED, area),
    plan: value(CHILDREN_STARTING, area) / value(CHILDREN_AT_CONFERENCE, area),
    category: value(STARTS_NEGLECT, area) / value(STARTS_TOTAL, area)
  });
  it.each([
    ['Leeds', 'la383', 12.9, [1.6, -2.3, -0.3, -11.8]],
    ['Leicestershire', 'la855', 19.7, [-5.0, -2.3, 0.5, 0.8]],
    ['Rutland', 'la857', 33.0, [-11.7, 7.6, 1.8, 9.6]]
  ])('of %s shares its difference over the links', (_name, area, end, parts) => {
    const here = chain(area);
    const difference = pathwayDifference(here, chain('E92000001'));
    expect(roundHalfUp(pathwayEnd(here), 1)).toBe(end);
    expect(Object.values(difference ?? {}).map((part) => roundHalfUp(part, 1))).toEqual(parts);
  });
});
