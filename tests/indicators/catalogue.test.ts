import { readFile, readdir } from 'node:fs/promises';
import { describe, expect, it, test } from 'vitest';
import { z } from '#lib/domain/zod.ts';
import { ROLES } from '#lib/domain/indicator-roles.ts';
import { Indicator, KINDS } from '#lib/domain/indicator.ts';
import { openDatabase } from '#lib/db/node.ts';
import { brokenTerms, termsOfWay } from '#lib/indicators/broken-terms.ts';
import { figure, type Figure } from '#lib/indicators/figure.ts';
import { figureRecord } from '#lib/indicators/figure-record.ts';
import { holdingsOf } from '#lib/db/holdings.ts';
import { place } from '#lib/indicators/place.ts';
import { prepare } from '#lib/indicators/prepare.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { readIndicators } from '../../scripts/read-published.ts';
import { sharedBundle, sharedFacts, STANDARD } from '../published.ts';

const indicators = await readIndicators();
const facts = await sharedFacts(STANDARD);

const Expected = z.record(
  z.string(),
  z.strictObject({
    period: z.string(),
    numerator: z.number().optional(),
    denominator: z.number().optional(),
    value: z.number().optional(),
    lower: z.number().optional(),
    upper: z.number().optional(),
    mark: z.string().optional(),
    state: z.string().optional(),
    parts: z.record(z.string(), z.number()).optional()
  })
);
/** Worked out apart, with other software, from the same counts. */
const folder = 'tests/indicators/expected';
const files = (await readdir(folder)).sort();
const expected = (
  await Promise.all(
    files.map(async (file) =>
      Object.entries(Expected.parse(JSON.parse(await readFile(`${folder}/${file}`, 'utf8'))))
    )
  )
).flat();

async function ask(id: string, period: string): Promise<Figure> {
  const { manifest } = facts.catalogue;
  const indicator = facts.catalogue.indicators.find((each) => each.id === id);
  const area = manifest.areas.find((each) => each.id === 'riverbank');
  const when = manifest.periods.find((each) => each.id === period);
  if (!indicator || !area || !when) throw new Error(`cannot ask for ${id} ${period}`);
  return figure(facts, { indicator, area, period: when });
}

describe('the catalogue of indicators', async () => {
  const listed = (await readFile('tests/indicators/source-documents.txt', 'utf8')).trim().split('\n');
  const cubes = await readDictionary();
  const tables = new Map((await sharedBundle()).tables.map(({ table }) => [table.id, table.cube]));

  it('names only cubes, measures, dimensions and members that exist, and sums only what adds up', () => {
    expect(brokenTerms(indicators, cubes, tables)).toEqual([]);
  });
  it('would rather read only tables that the published figures have', () => {
    const named = indicators.flatMap(({ ways }) => ways.flatMap(termsOfWay)).map(({ table }) => table);
    expect(named.filter((table) => table !== undefined && !tables.has(table))).toEqual([]);
  });
  it('holds every indicator of the source documents', async () => {
    const defined = new Set(indicators.map(({ id }) => id));
    expect(listed).toHaveLength(121);
    expect(listed.filter((id) => !defined.has(id))).toEqual([]);
  });
  it('has every kind, and fills every part the pages need exactly once', () => {
    expect([...new Set(indicators.map(({ kind }) => kind))].sort()).toEqual([...KINDS].sort());
    const filled = indicators.flatMap(({ role }) => (role === undefined ? [] : [role]));
    expect([...filled].sort()).toEqual([...ROLES].sort());
  });
  it('is worked out whole: of the made-up partnership, or else of the published figures', async () => {
    const answered = new Set(expected.map(([id]) => id));
    const holdings = holdingsOf(await sharedBundle());
    const others = indicators.filter(
      ({ id, role }) => !answered.has(id) && (role !== undefined || listed.includes(id))
    );
    expect(others.filter((indicator) => !place(indicator, holdings).supplied)).toEqual([]);
    const local = facts.catalogue.indicators.filter(({ id, kind }) => answered.has(id) && kind !== 'derived');
    expect(local.filter(({ supplied }) => !supplied).map(({ id }) => id)).toEqual([]);
  });
  it('gives a number to no indicator that is words only', async () => {
    const derived = indicators.filter(({ kind }) => kind === 'derived').map(({ id }) => id);
    expect(derived).toEqual(['DETECT-GAP']);
    for (const id of derived)
      expect(figureRecord(await ask(id, '2026'))).toMatchObject({ value: null, lower: null });
  });
  it('is answered the same whatever the order of its files', { timeout: 60_000 }, async () => {
    const turned = await prepare(await sharedBundle(STANDARD), [...indicators].reverse(), openDatabase);
    const sorted = (list: typeof turned.catalogue.indicators) =>
      [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(sorted(turned.catalogue.indicators)).toEqual(sorted(facts.catalogue.indicators));
  });
});

describe('a breakdown', () => {
  it('of outcomes gives each member its own, and none where no table has the dimension', async () => {
    const { manifest, indicators: placed } = facts.catalogue;
    const area = manifest.areas.find(({ id }) => id === 'riverbank');
    const period = manifest.periods.find(({ id }) => id === '2025');
    const ask = async (id: string, by: string) => {
      const indicator = placed.find((each) => each.id === id);
      if (!indicator || !area || !period) throw new Error(`cannot ask for ${id}`);
      return figureRecord(await figure(facts, { indicator, area, period, by })).by?.members ?? [];
    };
    const scores = await ask('TOOL-CHANGE', 'domain');
    expect(Object.fromEntries(scores.map(({ id, numerator }) => [id, numerator]))).toMatchObject({
      physical: 19,
      safety: 17,
      love: 14
    });
    expect(await ask('CHAL-EFF', 'agency')).toEqual([]);
  });
});

describe('an answer worked out apart', () => {
  test.each(expected)('agrees with the product: %s', async (id, apart) => {
    const { numerator, denominator, value, lower, upper, mark, state, parts } = apart;
    const told = figureRecord(await ask(id, apart.period));
    if (mark !== undefined) expect(told.mark).toBe(mark);
    if (state !== undefined) expect(told.state?.inPlace).toBe(state);
    const numbers = { numerator, denominator, value, lower, upper };
    for (const [name, wanted] of Object.entries(numbers)) {
      const got = Object.entries(told).find(([key]) => key === name)?.[1];
      if (wanted !== undefined) expect([name, got]).toEqual([name, expect.closeTo(wanted, 8)]);
    }
    for (const [part, wanted] of Object.entries(parts ?? {}))
      expect(told.parts?.find((each) => each.id === part)?.value).toBeCloseTo(wanted, 8);
  });
});

describe('an indicator file', () => {
  const volume = indicators.find(({ kind, direction }) => kind === 'rate' && direction.good === 'none');
  const share = indicators.find(({ kind }) => kind === 'share');
  const messages = (data: unknown) =>
    Indicator.safeParse(data).error?.issues.map(({ message }) => message) ?? [];

  it('may give a volume a direction only with the reason', () => {
    expect(messages({ ...volume, direction: { good: 'down' } })).toEqual([
      'a volume has no good direction: give “none”, or with “reason” why this one has'
    ]);
    expect(messages({ ...volume, direction: { good: 'down', reason: 'The strategy says so.' } })).toEqual([]);
    expect(messages({ ...share, direction: { good: 'up' } })).toEqual([]);
  });
  it('counts a share of which neglect is the part as a volume, and lets nothing be good of a survey', () => {
    const part = indicators.find(({ role }) => role === 'plans-neglect-share');
    const survey = indicators.find(({ kind }) => kind === 'context');
    expect(messages({ ...part, direction: { good: 'down' } })).toEqual([
      'a volume has no good direction: give “none”, or with “reason” why this one has'
    ]);
    expect(messages({ ...survey, direction: { good: 'down', reason: 'So.' } })).toEqual([
      'a context figure has no good direction: give “none”'
    ]);
  });
  it('is refused where its ways do not fit its kind', () => {
    expect(messages({ ...share, kind: 'count', interval: 'count', change: 'count' }).join()).toContain(
      'count is made from numerator'
    );
    expect(messages({ ...volume, per: undefined })).toEqual(['a rate says per how many']);
    expect(messages({ ...share, interval: 'count' })).toEqual(['the interval of a share is wilson or none']);
  });
});
