import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from '#lib/domain/zod.ts';
import type { Facts } from '#lib/db/facts.ts';
import { run } from '../../scripts/figure.ts';
import { sharedFacts, STANDARD } from '../published.ts';

/** The made-up figures as they would be for the partnership alone. */
const RESTRICTED = 'restricted';

/** Shared: a command opens and closes its own. */
async function open(folder: string): Promise<Facts> {
  const facts = await sharedFacts(folder === RESTRICTED ? STANDARD : folder);
  const { audience, ...manifest } = facts.catalogue.manifest;
  return {
    ...facts,
    catalogue: {
      ...facts.catalogue,
      manifest: { ...manifest, audience: folder === RESTRICTED ? 'restricted' : audience }
    },
    close: () => Promise.resolve()
  };
}
beforeAll(async () => {
  await open('data/published');
  await open(STANDARD);
}, 60_000);

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function ask(...args: string[]): Promise<Said> {
  const out: string[] = [];
  const err: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text) => out.push(String(text)));
  vi.spyOn(console, 'error').mockImplementation((text) => err.push(String(text)));
  const code = await run(args, open);
  vi.restoreAllMocks();
  return { code, out: out.join('\n'), err: err.join('\n') };
}
afterEach(() => vi.restoreAllMocks());

const Told = z.looseObject({
  id: z.string(),
  area: z.string(),
  period: z.string(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  value: z.number().nullable(),
  unit: z.string(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  status: z.string(),
  mark: z.string(),
  comparison: z.array(z.looseObject({ with: z.string(), verdict: z.string() })).nullable(),
  trend: z.looseObject({ trend: z.string() }).nullable(),
  source: z.array(z.string()),
  vintage: z.array(z.string()),
  by: z
    .looseObject({ members: z.array(z.looseObject({ id: z.string(), value: z.number().nullable() })) })
    .optional()
});

async function json(...args: string[]) {
  const { code, out, err } = await ask(...args, '--json');
  expect([code, err]).toEqual([0, '']);
  return Told.parse(JSON.parse(out));
}

describe('lens figure', () => {
  it('tells a figure, its range, comparison, trend, source and vintage, whatever the case of its id', async () => {
    const told = await json('cpp-neg', '--area', 'E10000018', '--period', '2024');
    expect(told).toMatchObject({
      id: 'CPP-NEG',
      area: 'la855',
      numerator: 235,
      denominator: 429,
      status: 'ok',
      mark: 'neglect',
      vintage: ['2024']
    });
    expect(told.value).toBeCloseTo((235 / 429) * 100, 9);
    expect(told.lower).toBeLessThan(told.value ?? 0);
    expect(told.upper).toBeGreaterThan(told.value ?? 0);
    expect(told.comparison?.map((each) => each.with)).toEqual(['neighbours', 'region', 'england']);
    expect(told.trend?.trend).toBe('noChange');
    expect(told.source).toEqual(['Department for Education, Children in need, Reporting year 2024']);
  });
  it('prints null with its status where the figure is withheld, and no number at all', async () => {
    const { out } = await ask('CPP-NEG', '--area', 'rutland', '--period', '2024', '--json');
    const told = Told.parse(JSON.parse(out));
    expect(told).toMatchObject({ status: 'withheld', numerator: null, denominator: null, value: null });
    expect(told).toMatchObject({
      lower: null,
      upper: null,
      comparison: null,
      trend: null,
      level: null,
      change: null
    });
    const { interval: _how, decimals: _places, ...rest } = told;
    const numbers = JSON.stringify(rest).match(/[:,[]\s*-?\d/g) ?? [];
    expect(numbers).toEqual([]);
  });
  it('works an indicator out as the figures of the area allow', async () => {
    const facts = await sharedFacts();
    const { catalogue } = facts;
    const share = catalogue.indicators.find(({ id }) => id === 'CPP-NEG');
    const own = {
      title: 'Own',
      publisher: 'Own',
      areas: ['la855'],
      tables: [],
      sources: [],
      after: '2024-03-31',
      yearsAfter: {},
      publishedTiers: [],
      indicators: [],
      later: [],
      otherwise: [],
      notByYear: []
    };
    const all = catalogue.indicators.map((each) =>
      each.id === 'CPP-NEG' ? { ...each, supplied: false } : each
    );
    const joined = {
      ...facts,
      catalogue: { ...catalogue, indicators: all, own: { ...own, indicators: share ? [share] : [] } },
      close: () => Promise.resolve()
    };
    const out = vi.spyOn(console, 'log').mockImplementation(() => {});
    const says = async (area: string) => {
      out.mockClear();
      await run(['CPP-NEG', '--area', area, '--period', '2024', '--json'], () => Promise.resolve(joined));
      return Told.parse(JSON.parse(String(out.mock.calls[0]?.[0])));
    };
    expect(await says('leicestershire')).toMatchObject({ numerator: 235, status: 'ok' });
    expect(await says('leeds')).toMatchObject({ numerator: null });
  });
  it('withholds another category of plan where neglect is withheld', async () => {
    const told = await json('CPP-MULTI', '--area', 'rutland', '--period', '2024');
    expect(told).toMatchObject({ status: 'withheld', value: null, numerator: null });
  });
  it('says that a stand-in counts every reason', async () => {
    const told = await json('REREF', '--area', 'leeds', '--period', '2024');
    expect(told).toMatchObject({
      mark: 'all',
      standIn: 'Nothing is published for neglect alone.',
      numerator: 2399
    });
  });
  it('tells a figure by the members of a dimension', async () => {
    const told = await json('REF-RATE', '--area', '383', '--period', '2024', '--by', 'source');
    expect(told.by?.members.map(({ id }) => id)).toContain('police');
    const sum = told.by?.members.reduce((all, { value }) => all + (value ?? 0), 0) ?? 0;
    expect(sum).toBeCloseTo(told.value ?? NaN, 6);
  });
  it('reads another bundle', async () => {
    const told = await json(
      'PROGRESS',
      '--area',
      'riverbank',
      '--period',
      '2026',
      '--bundle',
      'tests/bundles/standard'
    );
    expect(told).toMatchObject({ mark: 'neglect', status: 'ok' });
    expect(told['parts']).toHaveLength(3);
  });
  it('marks restricted and made-up figures, for readers and programs alike', async () => {
    const asked = ['PROGRESS', '--area', 'riverbank', '--period', '2026', '--bundle'] as const;
    const madeUp = await ask(...asked, 'tests/bundles/standard');
    expect(madeUp.out).toMatch(/^Made-up figures: they describe no real area/);
    expect(await json(...asked, 'tests/bundles/standard')).toMatchObject({
      audience: 'public',
      madeUp: true
    });
    expect((await ask(...asked, RESTRICTED)).out).toMatch(/^Restricted: for the partnership only/);
    expect(await json(...asked, RESTRICTED)).toMatchObject({ audience: 'restricted' });
    const plain = await ask('CPP-NEG-RATE', '--area', 'leicestershire', '--period', '2024');
    expect(plain.out).not.toMatch(/Restricted|Made-up/);
  });
  it('says what is not supplied, and by what it could be', async () => {
    const { code, out } = await ask('CHRON', '--area', 'leeds', '--period', '2024');
    expect(code).toBe(0);
    expect(out).toContain('multi-agency audit');
  });
  it('speaks in sentences without --json', async () => {
    const { out } = await ask('CPP-NEG-RATE', '--area', 'leicestershire', '--period', '2024');
    expect(out).toContain('16.2');
    expect(out).toContain('England');
  });
  it.each([
    [['CPP-NOG', '--area', 'leeds', '--period', '2024'], 1, 'Did you mean CPP-'],
    [['CPP-NEG', '--area', 'leedz', '--period', '2024'], 1, 'Did you mean leeds'],
    [['CPP-NEG', '--area', 'leeds', '--period', '2031'], 1, 'There are 2013'],
    [['CPP-NEG', '--area', 'leeds', '--period', '2024', '--by', 'moon'], 1, 'It can be by'],
    [['CPP-NEG', '--area', 'leeds'], 2, '--period is needed'],
    [['--area', 'leeds', '--period', '2024'], 2, 'one indicator is needed'],
    [['CPP-NEG', '--area', 'leeds', '--period', '2024', '--bundle', 'no-such-folder'], 1, 'no-such-folder']
  ])('says what is wrong with %j', async (args, code, words) => {
    const said = await ask(...args);
    expect([said.code, said.out]).toEqual([code, '']);
    expect(said.err).toContain(words);
    const asJson = await ask(...args, '--json');
    expect(JSON.parse(asJson.out)).toMatchObject({ ok: false });
  });
});
