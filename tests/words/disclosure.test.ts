import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BundleLeak, CellPlace } from '#lib/disclosure/audit-bundle.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { placeOf } from '#lib/disclosure/audit-place.ts';
import type { Relation } from '#lib/disclosure/relations.ts';
import {
  leakInWords,
  namesOf,
  noSafeSetInWords,
  refusedInWords,
  stageInWords
} from '#lib/words/disclosure.ts';
import { moreLeaks } from '#lib/words/disclosure-refusal.ts';
import { contradictionInWords, relationInWords } from '#lib/words/disclosure-relation.ts';
import { readDictionary } from '../../scripts/dictionary.ts';
import { madeBundle } from '../disclosure/made-bundle.ts';

const made = madeBundle(await readDictionary());
/** Titles that a partnership would give. */
const bundle = {
  ...made,
  manifest: {
    ...made.manifest,
    tables: made.manifest.tables.map((table) =>
      table.id === 'plans-age'
        ? { ...table, title: 'Plans by age' }
        : table.id === 'plans-sex'
          ? { ...table, title: 'Plans by sex' }
          : table
    )
  }
};
const earlier = {
  ...bundle,
  manifest: {
    ...bundle.manifest,
    id: 'vale-2025',
    title: 'Vale, last year',
    tables: bundle.manifest.tables.map((table) => ({ ...table, title: `Old ${table.title}` }))
  }
};
const names = namesOf([bundle, earlier]);
const [area = ''] = made.manifest.areas.filter(({ kind }) => kind === 'authority').map(({ id }) => id);
const place = made.manifest.areas.find(({ id }) => id === area);
const [period = ''] = made.manifest.periods.filter(({ kind }) => kind === 'quarter').map(({ id }) => id);

const id = (...members: string[]) => ['plans-age', 'open', area, period, ...members].join('|');
const NEGLECT = 'category_latest=neglect';
const equal = (total: string, ...parts: string[]): Relation => ({ sense: 'equal', total, parts, why: '' });
const leakOf = (kind: BundleLeak['kind'], rest: Partial<BundleLeak> = {}): BundleLeak => ({
  kind,
  cell: placeOf(id(NEGLECT, 'age=5to9')),
  relations: [],
  ...rest
});
const say = (leak: BundleLeak, values = false) => leakInWords(leak, names, { values });
const FIGURE = `Children on a plan: neglect, 5 to 9, ${place?.name ?? ''}, at 30 June 2022, in ‘Plans by age’.`;

describe('a figure', () => {
  test('is told in the names of tables, areas, dates and members', () => {
    expect(say(leakOf('small count shown')).what).toBe(`${FIGURE} It is a small count, and it is shown.`);
  });
  test('of another release is told by the titles of that release', () => {
    const cell = placeOf(`vale-2025:${id(NEGLECT)}`);
    expect(say(leakOf('worked out', { cell })).what).toContain('in ‘Old Plans by age’ of ‘Vale, last year’');
  });
  test('that no table shows is told by what it is', () => {
    const told = (cell: CellPlace) => say(leakOf('implied', { cell })).what;
    expect(told(placeOf(id('category_latest=not neglect')))).toMatch(
      /^Children on a plan: all but neglect, /
    );
    expect(told(placeOf(id('age=the others')))).toMatch(/^Children on a plan: all others, /);
    expect(told(placeOf(id().replace(area, `rest of ${area}`)))).toContain(
      `the rest of ${place?.name ?? ''}`
    );
    expect(told(placeOf(`${id()} changed since vale-2025`))).toMatch(
      /^Change since ‘Vale, last year’ in children on a plan: /
    );
    expect(told(placeOf(`plans-age|started|${area}|2023-04-01 to 2023-06-30`))).toContain(
      'from 1 April 2023 to 30 June 2023'
    );
  });
});

describe('what a reader can work out', () => {
  const found = (leak: BundleLeak, values = false) => say(leak, values).what.slice(FIGURE.length + 1);
  test.each([
    ['worked out', { lower: 3, upper: 3 }, 'It is withheld, but anybody can work it out exactly.'],
    [
      'narrowed',
      { lower: 3, upper: 4 },
      'It is withheld, but anybody can work out that it is one of only two numbers.'
    ],
    [
      'narrowed',
      { lower: 1, upper: 12 },
      'It is withheld, but anybody can work out that it is one of only 12 numbers.'
    ],
    [
      'implied',
      { lower: 2, upper: 2 },
      'No table shows it, because it is a small count, but anybody can work it out exactly.'
    ],
    ['worked out', undefined, 'It is withheld, but anybody can work out more of it than the rules allow.']
  ] as const)('%s %j is said without its numbers', (kind, interval, words) =>
    expect(found(leakOf(kind, interval === undefined ? {} : { interval }))).toBe(words)
  );
  test('an analyst may ask for what anybody can work out, and for no more', () => {
    expect(found(leakOf('worked out', { interval: { lower: 3, upper: 3 } }), true)).toBe(
      'It is withheld, but anybody can work out that it is exactly 3.'
    );
    expect(found(leakOf('narrowed', { interval: { lower: 3, upper: 4 } }), true)).toBe(
      'It is withheld, but anybody can work out that it is between 3 and 4.'
    );
  });
  test('a number is never in it unless it was asked for, whatever the leak', () => {
    const kinds = ['worked out', 'narrowed', 'implied', 'small count shown', 'nobody shown'] as const;
    const secret = fc.integer({ min: 1_000_003, max: 9_999_991 });
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        secret,
        fc.integer({ min: 0, max: 40 }),
        (kind, lower, width) => {
          const told = say(
            leakOf(kind, { interval: { lower, upper: lower + width }, relations: [equal(id(), id(NEGLECT))] })
          );
          const text = JSON.stringify(told).replaceAll(',', '');
          expect(text).not.toContain(String(lower));
          expect(text).not.toContain(String(lower + width));
          expect(text).not.toMatch(/NaN|undefined|null|\[object/);
        }
      )
    );
  });
});

describe('what gives it away', () => {
  test('is a sum of names: what its figures share is said once', () => {
    const relation = equal(
      id(NEGLECT),
      id(NEGLECT, 'age=5to9'),
      id(NEGLECT, 'age=10to15'),
      id(NEGLECT, 'age=the others')
    );
    const shown = Object.fromEntries([relation.total, ...relation.parts].map((each, at) => [each, 50 - at]));
    expect(contradictionInWords(relation, names, shown)).toMatch(/The first is 50, and .* is 49\b/);
    expect(contradictionInWords(relation, names, {})).toBe(relationInWords(relation, names));
    expect(relationInWords(relation, names)).toBe(
      `Children on a plan: neglect, ${place?.name ?? ''}, at 30 June 2022, in ‘Plans by age’. All is made up of: 5 to 9; 10 to 15; all others.`
    );
  });
  test('is the same figure in two tables, or in two releases', () => {
    expect(relationInWords(equal(id(), id().replace('plans-age', 'plans-sex')), names)).toContain(
      'The same figure stands twice: in ‘Plans by age’; in ‘Plans by sex’.'
    );
    expect(relationInWords(equal(id(), `vale-2025:${id()}`), names)).toContain(
      'in ‘Plans by age’; in ‘Old Plans by age’ of ‘Vale, last year’.'
    );
  });
  test('is a change between two releases', () => {
    const change = equal(id(), `vale-2025:${id()}`, `${id()} changed since vale-2025`);
    expect(relationInWords(change, names)).toContain(
      'What changed is the difference of two figures that are both out: in ‘Plans by age’; in ‘Old Plans by age’ of ‘Vale, last year’.'
    );
  });
  test('is one figure that is never less than another, or than several together', () => {
    const least = (...parts: string[]): Relation => ({ sense: 'at least', total: id(), parts, why: '' });
    expect(relationInWords({ ...least(id(NEGLECT)), assumed: true, family: 'neglect' }, names)).toMatch(
      /All is never less than neglect\. It need not be so, but readers will suppose it\.$/
    );
    expect(relationInWords(least(id(NEGLECT)), names)).toMatch(/All is never less than neglect\.$/);
    expect(relationInWords(least(id(NEGLECT), id('category_latest=sexual')), names)).toMatch(
      /All is never less than these together: neglect; sexual abuse\.$/
    );
  });
  test('may lean on what a reader takes for granted', () => {
    const { why } = say(leakOf('worked out', { supposing: [placeOf(id('age=the others'))] }));
    expect(why.at(-1)).toMatch(
      /^A reader would think that there is nobody here, since no table shows it: children on a plan: all others/
    );
  });
});

describe('what mends it', () => {
  const cells = (count: number) =>
    ['5to9', '10to15', 'under1'].slice(0, count).map((age) => placeOf(id(`age=${age}`)));
  test.each([
    [0, undefined],
    [1, /^Withhold one more figure: children on a plan: 5 to 9, /],
    [
      3,
      /^Withhold three more figures: children on a plan: 5 to 9, .*; children on a plan: 10 to 15, .*; .*under 1, /
    ]
  ] as const)('names the %i figures to withhold too', (count, words) => {
    const { remedy } = say(leakOf('worked out', { withhold: cells(count) }));
    if (words === undefined) expect(remedy).toBeUndefined();
    else expect(remedy).toMatch(words);
  });
  test('of a figure that should not be shown is to withhold it, and of one not rounded to round it', () => {
    expect(say(leakOf('nobody shown')).remedy).toMatch(/^Withhold it/);
    expect(say(leakOf('not rounded')).remedy).toBe('Round it.');
  });
});

describe('a refusal', () => {
  test('says which total has to be let go, where one stands in the way', () => {
    const one = noSafeSetInWords({ cells: [id(NEGLECT)], keep: [id()] }, names);
    expect(one.why).toEqual(['Whatever is withheld, one figure that must be hidden could be worked out.']);
    expect(one.remedy).toMatch(/^Let this total be withheld, which you asked to keep: children on a plan: /);
    expect(noSafeSetInWords({ cells: [id(), id(NEGLECT)], keep: [id(), id('age=5to9')] }, names).remedy).toBe(
      'Let one of these two totals be withheld, which you asked to keep:'
    );
    expect(noSafeSetInWords({ cells: [], keep: [] }, names).remedy).toMatch(/^Ask for less: /);
  });
  test('lists the totals, and the rules that ask for more than is usual', () => {
    const given = { cells: [id(NEGLECT)], keep: [id(), id('age=5to9')] };
    const ways = (settings: Partial<typeof PRESETS.dfe>) =>
      noSafeSetInWords(given, names, { ...PRESETS.dfe, ...settings }).ways ?? [];
    expect(ways({})).toHaveLength(2);
    expect(ways({}).every((each) => each.startsWith('Children on a plan'))).toBe(true);
    expect(ways({ minimumWidth: 20, threshold: 11 }).slice(2)).toEqual([
      expect.stringMatching(/\(the minimum width\): it is 20, and 2 is usual/),
      expect.stringMatching(/\(the threshold\): counts below 11 are withheld, and below 6 is usual/)
    ]);
  });
  test.each([
    [0, 'These figures give no withheld count away.', []],
    [
      1,
      'These figures cannot be shown to the public.',
      ['One figure shows, or lets anybody work out, what the rules say must be hidden.']
    ],
    [
      25,
      'These figures cannot be shown to the public.',
      ['25 figures show, or let anybody work out, what the rules say must be hidden.']
    ]
  ] as const)('of a bundle with %i leaks is true', (count, what, why) => {
    const refusal = refusedInWords(
      Array.from({ length: count }, () => leakOf('worked out', { interval: { lower: 3, upper: 3 } })),
      names
    );
    expect([refusal.what, refusal.why]).toEqual([what, why]);
    expect(refusal.leaks.length + refusal.more).toBe(count);
    expect(moreLeaks(refusal.more)).toBe(count === 25 ? 'And 5 more.' : undefined);
  });
});

test('what is left after protecting is never answered with protecting from the start', () => {
  const leaks = [leakOf('worked out', { interval: { lower: 3, upper: 3 } })];
  expect(refusedInWords(leaks, names).remedy).toMatch(/from the start/);
  expect(refusedInWords(leaks, names, { afterProtecting: true }).remedy).toMatch(
    /^Look first whether the raw/
  );
});

test('progress is said with its numbers, or without where they are not known', () => {
  expect(stageInWords({ stage: 'withholding', done: 3, of: 1200 })).toBe(
    'Choosing what to withhold: 3 of 1,200.'
  );
  expect(stageInWords({ stage: 'checking', done: 160, of: 200 })).toBe(
    'Trying to work out what was withheld: 80%.'
  );
  expect(stageInWords({ stage: 'checking', done: 0, of: 0 })).toBe('Trying to work out what was withheld.');
});
