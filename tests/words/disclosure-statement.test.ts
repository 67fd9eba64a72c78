import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DisclosureRecord } from '#lib/domain/disclosure.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { statementOf, statementText, type ReleaseToState } from '#lib/words/disclosure.ts';
import { shareText } from '#lib/words/disclosure-statement.ts';

const record: DisclosureRecord = {
  release: '2026-11-22-public',
  madeOn: '2026-11-22',
  settings: PRESETS.strong,
  cells: 2400,
  withheld: 310,
  kept: 0.8425,
  relations: 5210,
  beside: [
    { kind: 'official', title: 'Published figures on children in need', vintage: '2024' },
    { kind: 'earlier', title: 'Vale (2025-11-20-public)', madeOn: '2025-11-20', hash: 'ab'.repeat(32) },
    { kind: 'other audience', title: 'Vale, for the partnership' }
  ],
  implied: 12,
  givenAway: 1,
  narrowest: [
    { table: 'plans-age', withheld: 12, width: 4 },
    { table: 'plans-sex', withheld: 1 },
    { table: 'work', withheld: 0 }
  ]
};
const release: ReleaseToState = {
  record,
  hash: 'cd'.repeat(32),
  title: 'Vale Safeguarding Partnership, 2026',
  publisher: 'Vale Safeguarding Partnership',
  audience: 'public',
  tables: [
    { id: 'plans-age', title: 'Plans by age' },
    { id: 'plans-sex', title: 'Plans by sex' }
  ]
};
const summary = { cells: 2400, primary: 123, complementary: 187, kept: 0.8425, relations: 5210 };
const state = (changes: Partial<DisclosureRecord> = {}, rest: Partial<ReleaseToState> = {}) =>
  statementOf({ ...release, record: { ...record, ...changes }, ...rest });
const section = (id: string, statement = state()) => {
  const { sentences = [], rows = [], points = [] } = statement.sections.find((each) => each.id === id) ?? {};
  return [...sentences, ...rows.map(({ what, value }) => `${what}: ${value}`), ...points];
};

test('a statement reads, whole, as somebody would sign it', async () => {
  await expect(statementText(state())).toMatchFileSnapshot('snapshots/statement.txt');
});

test('the statement for those who sign restricted figures off reads, whole, as somebody would sign it', async () => {
  const nothing = { beside: [], implied: 0, givenAway: 0, settings: PRESETS.dfe };
  const { hash: _, ...unsaved } = { ...release, record: { ...record, ...nothing } };
  await expect(
    statementText(statementOf({ ...unsaved, audience: 'restricted', summary }))
  ).toMatchFileSnapshot('snapshots/statement-sign-off.txt');
});

describe('how many were withheld for which reason', () => {
  test('is in the statement for those who sign, with the reason why it stays there', () => {
    expect(section('amount', state({}, { summary }))).toEqual([
      'The two kinds are told apart here for those who sign, and nowhere in the release, because whoever knew it could work out more of the small counts than the rules allow. Do not publish this page with it.',
      'Figures about children in the tables (where a number is out of another, both are counted): 2,400',
      'Withheld: 310',
      'of them small counts, withheld for their own sake (primary): 123',
      'of them others, withheld so that no small one can be worked out (complementary): 187',
      'Of figures that are not shown to be nought, the share that is shown: 84%'
    ]);
  });
  test('is never in the statement of a release', () => {
    expect(statementText(state())).not.toMatch(/primary|complementary|123|187/i);
  });
});

describe('what was found', () => {
  test.each([
    [0, 'There was no withheld figure to work out.'],
    [
      1,
      'It could not work out the one that is withheld, nor say of any that it lies between two numbers that are less than 4 apart.'
    ],
    [
      2,
      'It could not work out any that is withheld, nor say of any that it lies between two numbers that are less than 4 apart.'
    ]
  ])('of %i withheld figures is true', (withheld, words) =>
    expect(section('found', state({ withheld, givenAway: 0 }))[1]).toBe(words)
  );
  test.each([
    [0, undefined],
    [
      1,
      'One figure that no table shows and that may be small, such as what is left when one number is taken from another, cannot be worked out either.'
    ],
    [
      40,
      '40 figures that no table shows and that may be small, such as what is left when one number is taken from another, cannot be worked out either.'
    ]
  ])('of %i figures that no table shows is true', (implied, words) => {
    const said = section('found', state({ implied })).filter((each) => each.includes('no table shows'));
    expect(said).toEqual(words === undefined ? [] : [words]);
  });
  test.each([
    [0, 'What was published before, here or by others, gives no small figure away.'],
    [
      1,
      'One figure can be worked out from what others publish or from an earlier release, if nothing has changed since, whatever is withheld here. This release cannot mend that, and does not repeat it.'
    ],
    [
      3,
      'Three figures can be worked out from what others publish or from an earlier release, if nothing has changed since, whatever is withheld here. This release cannot mend that, and does not repeat them.'
    ]
  ])('of %i figures that others give away is true', (givenAway, words) =>
    expect(section('found', state({ givenAway })).at(-1)).toBe(words)
  );
  test('nothing is said of what others give away where nothing of theirs was looked at', () =>
    expect(section('found', state({ givenAway: 0, beside: [] })).join(' ')).not.toContain(
      'published before'
    ));
});

describe('where a reader comes closest', () => {
  const closest = (narrowest: DisclosureRecord['narrowest']) => section('narrowest', state({ narrowest }));
  test('tables without a withheld figure are not named', () =>
    expect(closest([{ table: 'work', withheld: 0 }])).toEqual([
      'No table has a withheld figure, so that there is nothing to come close to.'
    ]));
  test.each([
    [
      { withheld: 12, width: 4 },
      'a reader who adds and takes away all they can is still left with at least 5 numbers in a row that each of the 12 withheld counts could be.'
    ],
    [
      { withheld: 1, width: 30 },
      'a reader who adds and takes away all they can is still left with at least 31 numbers in a row that the one withheld count could be.'
    ],
    [
      { withheld: 1 },
      'a reader who adds and takes away all they can finds no highest number for the one withheld count.'
    ],
    [
      { withheld: 2 },
      'a reader who adds and takes away all they can finds no highest number for any of the 2 withheld counts.'
    ],
    [{ withheld: 2, width: 0 }, 'a reader who adds and takes away can work out one of the 2 withheld counts.']
  ])('%j is said in numbers that a reader must think possible', (found, words) =>
    expect(closest([{ table: 'plans-age', ...found }])).toEqual([
      'One table has withheld figures.',
      `In ‘Plans by age’, ${words}`
    ])
  );
  test('the five narrowest are named, narrowest first, and all are counted', () => {
    const [first, ...rest] = closest(
      Array.from({ length: 7 }, (_, index) => ({
        table: `t${String(index)}`,
        withheld: 2,
        width: 20 - index
      }))
    );
    expect(first).toBe(
      'Seven tables have withheld figures. These are the five in which a reader comes closest.'
    );
    expect(rest.map((each) => /‘(.*)’/.exec(each)?.[1])).toEqual(['t6', 't5', 't4', 't3', 't2']);
  });
});

test('what was not given is said as well', () => {
  expect(section('against', state({ beside: [] }))).toContain('No earlier release was given.');
  expect(section('against', state({ beside: [] }))).toContain(
    'No official figures of these areas were given.'
  );
  expect(section('against', state({ relations: 0 }))[0]).toBe('No figure is tied to another by a sum.');
  expect(section('against', state({ relations: 1 }))[0]).toContain('in 1 way:');
});

test('what is kept is said to be totals, and only those that are not small', () => {
  const keep = [{ table: 'plans-age' }, { table: 'work', measure: 'started' }];
  expect(section('rules', state({ settings: { ...PRESETS.dfe, keep } }))).toContain(
    'The totals of these tables are always shown, save those that are small themselves: ‘Plans by age’; ‘work’ (started).'
  );
});

test('limits follow the rules: noughts, whole groups, and readers who pass it on', () => {
  const limits = (settings: DisclosureRecord['settings'], audience: 'public' | 'restricted') =>
    section('limits', state({ settings }, { audience })).join(' ');
  expect(limits(PRESETS.dfe, 'public')).toMatch(/Noughts\..*All of a group\./);
  expect(limits(PRESETS.strong, 'public')).not.toContain('All of a group.');
  expect(limits({ ...PRESETS.dfe, zerosShown: false }, 'public')).not.toContain('Noughts.');
  expect(limits(PRESETS.dfe, 'public')).not.toContain('pass it on');
  expect(limits(PRESETS.dfe, 'restricted')).toContain('pass it on');
});

test('signs are of roles, and say what the role can answer for', () => {
  const roles = (audience: 'public' | 'restricted') => state({}, { audience }).signatories;
  expect(roles('public').map(({ role }) => role)).toEqual([
    'Analyst who made the release',
    'Information governance lead',
    'For the partnership'
  ]);
  expect(roles('public').at(-1)?.signs).toBe('This release may be published.');
  expect(roles('restricted').at(-1)?.signs).toContain('nobody else');
});

test.each([
  [0, '0%'],
  [0.004, 'less than 1%'],
  [0.84999, '84%'],
  [0.29, '29%'],
  [0.9999, 'more than 99%'],
  [1, '100%']
])('a share of %d is said as %s', (share, words) => expect(shareText(share)).toBe(words));

test('whatever a record holds, its statement has no blank, no code and no broken number', () => {
  const count = fc.integer({ min: 0, max: 5000 });
  const table = fc.record(
    { table: fc.constantFrom('plans-age', 'plans-sex', 'work'), withheld: count, width: count },
    { requiredKeys: ['table', 'withheld'] }
  );
  const any = fc.record({
    cells: count,
    withheld: count,
    kept: fc.double({ min: 0, max: 1, noNaN: true }),
    relations: count,
    implied: count,
    givenAway: count,
    narrowest: fc.array(table, { maxLength: 8 })
  });
  fc.assert(
    fc.property(any, (changes) => {
      const text = statementText(state(changes));
      expect(text).not.toMatch(/NaN|undefined|null|\[object|Infinity| {3,}| \.|\(\)/);
      expect(text).not.toMatch(/\b1 (figures|tables|ways|numbers)\b/);
    })
  );
});
