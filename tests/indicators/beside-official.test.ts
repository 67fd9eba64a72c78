import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CATALOGUE_FILE, catalogueFor } from '#lib/db/catalogue.ts';
import { isKnown } from '#lib/domain/cell.ts';
import type { DisclosureRecord } from '#lib/domain/disclosure.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import type { Facts } from '#lib/db/facts.ts';
import { openDatabase } from '#lib/db/node.ts';
import { besideOfficial, standsAlone } from '#lib/db/beside-official.ts';
import { withOwnFigures } from '#lib/indicators/own.ts';
import { preparedFacts, type Prepared } from '#lib/indicators/prepare.ts';
import type { Bundle, BundleFiles } from '#lib/sources/bundle.ts';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { officialFigures } from '#lib/store/official.ts';
import { ownAnswers } from '#lib/views/own.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { readIndicators } from '../../scripts/read-published.ts';
import { pageOf, sharedFacts, sharedPrepared, wordsOf } from '../published.ts';
import { agedFiles, laterFiles, ownFiles, peopledFiles } from './own-bundle.ts';

const cubes = await readDictionary();
const indicators = await readIndicators();

function read(...tables: Parameters<typeof ownFiles>): Bundle {
  return readFrom(ownFiles(...tables));
}

function readFrom(files: BundleFiles): Bundle {
  const { bundle, problems } = readBundle(files, cubes);
  if (!bundle) throw new Error(JSON.stringify(problems));
  return bundle;
}

async function joined(own: Bundle, { catalogue, files }: Prepared): Promise<Prepared> {
  const shipped = (name: string) =>
    Promise.resolve(
      name === CATALOGUE_FILE
        ? new TextEncoder().encode(JSON.stringify(catalogue))
        : (files.get(name) ?? new Uint8Array()).slice()
    );
  const figures = await officialFigures(own.manifest.areas, cubes, shipped);
  const made = besideOfficial(own, { catalogue, figures });
  return { catalogue: withOwnFigures(made, indicators), files: new Map([...files, ...made.files]) };
}

const RECORD: Omit<DisclosureRecord, 'settings'> = {
  release: '2024-06-30-restricted',
  madeOn: '2024-06-30',
  cells: 40,
  withheld: 0,
  kept: 1,
  relations: 0,
  beside: [],
  implied: 0,
  givenAway: 0,
  narrowest: []
};

describe('own figures beside official ones', () => {
  let official: Prepared;
  let alone: Facts;
  let both: Facts;
  beforeAll(async () => {
    official = await sharedPrepared();
    alone = await sharedFacts();
    both = await preparedFacts(await joined(read(), official), openDatabase);
  }, 60_000);
  afterAll(() => both.close());

  test('a bundle without a country needs official figures beside it', () => {
    expect(standsAlone(read())).toBe(false);
    const [plans] = read().tables;
    const { manifest } = official.catalogue;
    expect(standsAlone({ manifest, tables: [] })).toBe(false);
    const ofEngland = plans?.observations.slice(0, 1).map((row) => ({ ...row, area: 'E92000001' })) ?? [];
    expect(plans && standsAlone({ manifest, tables: [{ ...plans, observations: ofEngland }] })).toBe(true);
  });

  test('a page of two sources says so, and a page of one does not', async () => {
    const said = async (area: string) =>
      (await pageOf(both, area)).notices.filter((text) =>
        text.includes('are loaded beside official statistics')
      );
    expect(await said('leicestershire')).toHaveLength(1);
    expect(await said('leeds')).toEqual([]);
  });

  test('an area keeps its official name, address and figures', async () => {
    const page = await pageOf(both, 'leicestershire');
    expect(page.area).toMatchObject({ id: 'la855', slug: 'leicestershire' });
    expect(page.headline.text).toBe((await pageOf(alone, 'leicestershire')).headline.text);
  });

  test.each(['leeds', 'england', 'rutland'])(
    '%s, which has no own figures, is shown as before',
    async (area) => {
      const [before, after] = [await pageOf(alone, area), await pageOf(both, area)];
      expect(wordsOf(after)).toBe(wordsOf(before));
      expect(after.standing).toEqual({ restricted: true, madeUp: false });
    }
  );

  test('what nobody publishes is worked out from own figures, at the end of the year', async () => {
    const page = await pageOf(both, 'leicestershire', { view: 'indicator', indicator: 'cin-neg' });
    expect(page.period.id).toBe('2024');
    expect(page.headline.text).toContain('326 of 1,220');
    expect(page.sources.map(({ text }) => text).join()).toContain(
      'Our Safeguarding Partnership, Case system'
    );
  });

  test('the ladder tells neglect at each tier from the partnership’s own n and N', async () => {
    const words = wordsOf(await pageOf(both, 'leicestershire'));
    expect(words).toContain('Child in need plan: of 1,220 children, neglect is recorded for 326.');
    expect(words).toContain('Neglect is counted at three tiers of Leicestershire’s help');
    expect(words).not.toContain('How many children at other tiers of help');
    const prevalence = await pageOf(both, 'leicestershire', { view: 'prevalence' });
    expect(prevalence.headline.text).toContain(
      'Neglect is also recorded at other tiers: early help 236 and child in need plan 326.'
    );
    expect(wordsOf(await pageOf(both, 'leeds'))).toContain('not published for any authority');
  });

  test('no other area is said to have them', async () => {
    const page = await pageOf(both, 'leeds', { view: 'indicator', indicator: 'cin-neg' });
    expect(page.headline.text).toContain('not supplied');
  });

  test('an area that no official figures know is shown with what it has', async () => {
    const page = await pageOf(both, 'tarland', { view: 'indicator', indicator: 'eh-neg' });
    expect(page.headline.text).toContain('246 of 1,020');
    const overview = await pageOf(both, 'tarland');
    expect(overview.headline.text).toBe(
      'How many children were on a plan is not in these figures for this year.'
    );
  });

  test('events of four quarters are the events of the year', async () => {
    const page = await pageOf(both, 'leicestershire', { view: 'indicator', indicator: 'eh-vol' });
    expect(page.headline.text).toContain('206');
    expect(page.notices.join()).toContain('stand-in');
  });

  test('rounded events of four quarters make no year, and the page says why', async () => {
    const own = read();
    const rounded: Bundle = {
      ...own,
      manifest: { ...own.manifest, disclosure: { ...RECORD, settings: PRESETS.strong } }
    };
    const facts = await preparedFacts(await joined(rounded, official), openDatabase);
    const page = await pageOf(facts, 'leicestershire', { view: 'indicator', indicator: 'eh-vol' });
    expect(page.headline.text).not.toContain('206');
    const told = await ownAnswers(facts, page.area, facts.catalogue.own?.tables ?? []);
    expect(told.notByYear.map(({ id }) => id)).toContain('EH-VOL');
    expect(told.wholeYears).toContain('rounded counts of quarters or months are not added up');
    const exact = await ownAnswers(both, page.area, both.catalogue.own?.tables ?? []);
    expect(exact.wholeYears).toBe('The pages show whole years.');
    await facts.close();
  }, 30_000);

  test('how official figures usually change says nothing of figures that are worked out in another way', () => {
    const here = catalogueFor(both.catalogue, 'la855');
    for (const id of both.catalogue.own?.otherwise ?? []) {
      expect(here.usualChange[id]).toBeUndefined();
      expect(here.inflation[id]).toBeUndefined();
    }
    expect(both.catalogue.own?.otherwise).toContain('CIN-NEG');
    expect(catalogueFor(both.catalogue, 'la383')).toBe(both.catalogue);
  });

  test('a bundle of one single table is shown as well', async () => {
    const facts = await preparedFacts(await joined(read(['contacts']), official), openDatabase);
    const page = await pageOf(facts, 'leicestershire');
    expect(page.headline.text).toBe((await pageOf(alone, 'leicestershire')).headline.text);
    await facts.close();
  }, 30_000);

  test('own ages are rated by the official number of children of that age who live there', async () => {
    const aged = await preparedFacts(await joined(readFrom(agedFiles()), official), openDatabase);
    try {
      const page = await pageOf(aged, 'leicestershire', { view: 'age', period: '2024' });
      const rows = page.slots.flatMap(({ charts }) => charts).find(({ id }) => id === 'ages')?.table.rows;
      const of = (key: string) =>
        rows?.map((row) => (typeof row[key] === 'object' && isKnown(row[key]) ? row[key].value : undefined));
      expect(of('people')).toEqual([6522, 29542, 16145, 76515, 16445, 76515]);
      expect(of('count')).toEqual([22, 49, 30, 114, 20, 114]);
      expect(of('rate')?.[3]).toBeCloseTo((114 / 76515) * 10_000, 9);
    } finally {
      await aged.close();
    }
  });

  test('years after the last published population are rated by an own one, where it is given', async () => {
    const peopled = await preparedFacts(await joined(readFrom(peopledFiles()), official), openDatabase);
    try {
      const at = { view: 'indicator', indicator: 'cpp-neg-rate', period: '2026' } as const;
      expect(wordsOf(await pageOf(peopled, 'leicestershire', at))).toContain('17.0');
    } finally {
      await peopled.close();
    }
  });

  describe('figures of later years than are published', () => {
    let later: Facts;
    beforeAll(async () => {
      later = await preparedFacts(await joined(readFrom(laterFiles()), official), openDatabase);
    }, 60_000);
    afterAll(() => later.close());

    test('stand beside their own past, and the page says why', async () => {
      const page = await pageOf(later, 'leicestershire', { compare: 'neighbours' });
      expect(page.choices.compares.map(({ label }) => label)).toEqual(['Its own past']);
      expect(page.notices).toEqual([
        'Official figures end on 31 March 2024. After that day Leicestershire has only its own past to stand beside.'
      ]);
      expect(wordsOf(page)).not.toMatch(/similar areas|compared? .*England/);
      const drawn = page.slots.flatMap(({ charts }) => charts).map(({ spec }) => JSON.stringify(spec));
      expect(drawn.filter((spec) => spec.includes('"role":"england"'))).toEqual([]);
    });

    test('make the year that their quarters end, in their area and no other', async () => {
      const page = await pageOf(later, 'leicestershire');
      expect(page.period.id).toBe('2026');
      expect(page.headline.text).toContain('255 children were on a plan for neglect.');
      expect(page.edition).toContain('Our Safeguarding Partnership');
      expect(page.newer).toBeUndefined();
      const told = await ownAnswers(later, page.area, later.catalogue.own?.tables ?? []);
      expect(told.answered.map(({ id }) => id)).toContain('CPP-NEG');
      expect(wordsOf(page)).toContain('255 of 530 children on a plan have neglect as the latest category.');
      const leeds = await pageOf(later, 'leeds');
      expect(leeds.period.id).toBe('2024');
      expect(wordsOf(leeds)).toBe(wordsOf(await pageOf(alone, 'leeds')));
    });

    test('are never joined with what is published', async () => {
      const then = await pageOf(later, 'leicestershire', { period: '2024' });
      const before = wordsOf(await pageOf(alone, 'leicestershire'));
      const said = (words: string) =>
        words.split('\n').filter((line) => !/not (published|supplied)|are loaded beside/.test(line));
      expect(said(wordsOf(then))).toEqual(said(before));
      const now = await pageOf(later, 'leicestershire', { view: 'indicator', indicator: 'cpp-neg' });
      expect(now.headline.text).toContain('255 of 530');
      expect(now.sources.map(({ text }) => text).join()).not.toContain('Department for Education');
    });

    test('name no area that has no figures of its own', () => {
      expect(later.catalogue.own?.areas).toEqual(['la855']);
    });
  });
});
