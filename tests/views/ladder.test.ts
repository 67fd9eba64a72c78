import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tier } from '#lib/domain/bundle.ts';
import { known, NOT_SUPPLIED } from '#lib/domain/cell.ts';
import { CATALOGUE_FILE } from '#lib/db/catalogue.ts';
import { besideOfficial } from '#lib/db/beside-official.ts';
import type { Facts } from '#lib/db/facts.ts';
import { openDatabase } from '#lib/db/node.ts';
import { withOwnFigures } from '#lib/indicators/own.ts';
import { preparedFacts } from '#lib/indicators/prepare.ts';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { officialFigures } from '#lib/store/official.ts';
import type { Rung, ViewModel } from '#lib/views/model.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { readIndicators } from '../../scripts/read-published.ts';
import { ownFiles } from '../indicators/own-bundle.ts';
import { pageOf, sharedFacts, sharedPrepared, wordsOf } from '../published.ts';

const FAMILY_HELP: Tier = {
  id: 'familyhelp',
  name: 'Family Help',
  order: 1,
  place: 'rung',
  statutory: true,
  contains: ['targeted', 'cinplan']
};

/** A partnership’s own figures in which the tier that was `told` has become Family Help. */
async function factsWith(told: string, tiers: readonly Tier[]): Promise<Facts> {
  const files = new Map(
    [...ownFiles(['known'])].map(([path, text]) => {
      if (path === 'bundle.json') {
        const manifest: object = JSON.parse(String(text));
        return [path, JSON.stringify({ ...manifest, tiers })];
      }
      const kept = String(text)
        .split('\n')
        .map((line) => line.replace(`,${told},`, ',familyhelp,'))
        .filter((line) => !/,open,/.test(line) || tiers.some(({ id }) => line.includes(`,${id},`)));
      return [path, kept.join('\n')];
    })
  );
  const cubes = await readDictionary();
  const { bundle, problems } = readBundle(files, cubes);
  if (!bundle) throw new Error(JSON.stringify(problems));
  const official = await sharedPrepared();
  const shipped = (name: string) =>
    Promise.resolve(
      name === CATALOGUE_FILE
        ? new TextEncoder().encode(JSON.stringify(official.catalogue))
        : (official.files.get(name) ?? new Uint8Array()).slice()
    );
  const figures = await officialFigures(bundle.manifest.areas, cubes, shipped);
  const made = besideOfficial(bundle, { catalogue: official.catalogue, figures });
  return preparedFacts(
    {
      catalogue: withOwnFigures(made, await readIndicators()),
      files: new Map([...official.files, ...made.files])
    },
    openDatabase
  );
}

function rungsOf(page: ViewModel): readonly Rung[] {
  const [ladder] = page.slots
    .flatMap(({ charts }) => charts)
    .flatMap(({ spec }) => (spec.kind === 'ladder' ? [spec] : []));
  if (!ladder) throw new Error('no ladder');
  return ladder.rungs;
}
const labels = (page: ViewModel) =>
  rungsOf(page)
    .filter(({ place }) => place === 'rung')
    .map(({ label }) => label);

describe('where early help and child in need plans have become Family Help', () => {
  let facts: Facts;
  beforeAll(async () => {
    facts = await factsWith('cinplan', [FAMILY_HELP]);
  }, 60_000);
  afterAll(() => facts.close());

  test('the ladder has its rung, from the partnership’s own n and N', async () => {
    const page = await pageOf(facts, 'leicestershire');
    const rung = rungsOf(page).find(({ label }) => label === 'Family Help');
    expect([rung?.all, rung?.neglect]).toEqual([known(1220), known(326)]);
    expect(wordsOf(page)).toContain('Family Help: of 1,220 children, neglect is recorded for 326.');
    const prevalence = await pageOf(facts, 'leicestershire', { view: 'prevalence' });
    expect(prevalence.headline.text).toContain('Neglect is also recorded at other tiers: Family Help 326.');
  });

  test('a tier that it holds has no rung of its own without a figure, and keeps the one that has', async () => {
    expect(labels(await pageOf(facts, 'leicestershire'))).toEqual([
      'Family Help',
      'Child in need plan',
      'Child protection plan'
    ]);
  });

  test('no other area is given the tier', async () => {
    expect(labels(await pageOf(facts, 'leeds'))).toEqual([
      'Early help',
      'Child in need plan',
      'Child protection plan'
    ]);
  });
});

describe('an area on both sides of the change', () => {
  const told: Tier = { id: 'targeted', name: 'Help in Tarland', order: 1, place: 'rung', statutory: false };
  let facts: Facts;
  beforeAll(async () => {
    facts = await factsWith('cinplan', [told, { ...FAMILY_HELP, order: 2, contains: [] }]);
  }, 60_000);
  afterAll(() => facts.close());

  test('has both, each under the name that its partnership gives it', async () => {
    const words = wordsOf(await pageOf(facts, 'leicestershire'));
    expect(words).toContain('Help in Tarland: of 920 children, neglect is recorded for 236.');
    expect(words).toContain('Family Help: of 1,220 children, neglect is recorded for 326.');
    expect(words).not.toContain('Early help');
  });
});

describe('a tier that nothing answers', () => {
  const later: Tier = {
    ...FAMILY_HELP,
    contains: [],
    from: '2024-03-31'
  };
  const early: Tier = { id: 'targeted', name: 'Early help', order: 1, place: 'rung', statutory: false };
  let facts: Facts;
  beforeAll(async () => {
    facts = await factsWith('nothing', [early, later]);
  }, 60_000);
  afterAll(() => facts.close());

  test('is hollow, with what to supply', async () => {
    const page = await pageOf(facts, 'leicestershire');
    const rung = rungsOf(page).find(({ label }) => label === 'Family Help');
    expect(rung).toMatchObject({ all: NOT_SUPPLIED, neglect: NOT_SUPPLIED, neglectText: 'not supplied' });
    expect(wordsOf(page)).toContain(
      'Family Help and child in need plan: how many children have neglect recorded is not supplied. An authority’s case system holds it: on one date, all children, and of them those with neglect recorded.'
    );
  });

  test('is asked after by its name', async () => {
    expect(wordsOf(await pageOf(facts, 'tarland'))).toContain(
      'How many children at other tiers of help are known to be neglected: Family Help and child in need plan?'
    );
  });

  test('is not on the ladder of a date before it', async () => {
    expect(labels(await pageOf(facts, 'leicestershire', { period: '2023' }))).not.toContain('Family Help');
  });
});

describe('official figures alone', () => {
  test('say that nobody publishes neglect at tiers but that of plans', async () => {
    const facts = await sharedFacts();
    const words = wordsOf(await pageOf(facts, 'leicestershire'));
    expect(words).toContain(
      'Child protection plan is the only tier that says how many of them for neglect: 235.'
    );
    expect(words).toContain(
      'Early help and child in need plan: how many children have neglect recorded is not published for any authority.'
    );
    const prevalence = await pageOf(facts, 'leicestershire', { view: 'prevalence' });
    expect(prevalence.headline.text).toContain('At other tiers of help, neglect is not published.');
  });
});

describe('a rung without a figure', () => {
  const inNeed = async (folder: string, area: string) =>
    rungsOf(await pageOf(await sharedFacts(folder), area, { view: 'prevalence' })).find(
      ({ id }) => id === 'inneed'
    );

  test.each([
    ['data/demo', 'amberfold'],
    ['tests/bundles/england-switch', 'alderhay'],
    ['tests/bundles/wales', 'glanwern']
  ])('in %s is not told of %s as one that nobody publishes', async (folder, area) => {
    expect((await inNeed(folder, area))?.allText).toBe('not in these figures');
  });

  test('is told to be nobody’s only of what England publishes of no authority', async () => {
    expect((await inNeed('data/demo', 'amberfold'))?.neglectText).toBe('not supplied');
    expect((await inNeed('tests/bundles/wales', 'glanwern'))?.neglectText).toBe('not in these figures');
    const leeds = rungsOf(await pageOf(await sharedFacts(), 'leeds')).find(({ id }) => id === 'targeted');
    expect(leeds?.allText).toBe('not published for any authority');
  });
});
