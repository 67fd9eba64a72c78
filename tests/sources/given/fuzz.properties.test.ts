import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBundle } from '#lib/sources/bundle-read.ts';
import { writeZip } from '#lib/sources/bundle-zip.ts';
import { ABOUT, bytesOf, cubes, give, HEADER, load, loadPlans } from './own.ts';

const SEED = { seed: 20_261_122, numRuns: Number(process.env['LENS_RUNS'] ?? 60) };

const LINES = [
  HEADER,
  'Leicester,2024,open,all,120,,',
  'Leicester,2023-24,started,05-Sep,*,,',
  '"Bristol, City of",31 March 2023,open,16+,"1,234",,r',
  'la856,2024Q3,ended,unborn,,late,',
  'Hull,Mar-24,open,10-15,not supplied,,'
];

/** Everything that a caller does with what was given; what it throws, the test throws. */
function follow(files: Readonly<Record<string, string | Uint8Array>>): void {
  const given = give(files);
  const found = given.files.size === 0 ? [] : readBundle(given.files, cubes).problems;
  for (const problem of [...given.problems, ...found].slice(0, 20)) {
    expect(problem.message.length).toBeGreaterThan(0);
    given.preview(given.placed(problem));
  }
  if (given.files.size === 0) expect(given.problems.length).toBeGreaterThan(0);
}

test('no bytes make it throw, under any name', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 600 }),
      fc.constantFrom(
        'plans.csv',
        'a.zip',
        'b.xlsx',
        'about.csv',
        'bundle.json',
        'registers/rounds.csv',
        'x'
      ),
      (content, path) => follow({ [path]: content, 'about.csv ': ABOUT })
    ),
    SEED
  );
});

test('no change to a good CSV makes it throw', () => {
  const good = LINES.join('\n');
  const change = fc.record({
    at: fc.nat({ max: good.length }),
    cut: fc.nat({ max: 12 }),
    put: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        '"',
        '""',
        ',',
        ';',
        '\n',
        '\r\n',
        '\t',
        '\0',
        '=1+1',
        '-',
        '%',
        '\uFEFF',
        '<script>',
        'é'
      )
    )
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      const text = changes.reduce(
        (all, { at, cut, put }) => all.slice(0, at) + put + all.slice(at + cut),
        good
      );
      follow({ 'about.csv': ABOUT, 'plans.csv': text });
    }),
    SEED
  );
});

test('no change to a zip makes it throw', () => {
  const zip = writeZip(
    new Map([
      ['about.csv', ABOUT],
      ['plans.csv', LINES.join('\n')]
    ])
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: zip.length - 1 }), fc.nat({ max: 255 })), {
        minLength: 1,
        maxLength: 8
      }),
      (changes) => {
        const content = zip.slice();
        for (const [at, byte] of changes) content[at] = byte;
        follow({ 'ours.zip': content });
      }
    ),
    SEED
  );
});

const AREAS = ['Leicester', 'Leicester City Council', '856', 'E06000016', 'la856', 'Rutland', '857'];
const PERIODS = ['2024', '2023-24', '31 March 2024', '2023/24', '2023', '2022-23'];
const AGES = ['all', 'Total', '5-9', '05-Sep', '5to9', '5 to 9', '16+', '16plus'];

test('two rows for one thing are never read as one: an error names both', () => {
  const row = fc.tuple(
    fc.constantFrom(...AREAS),
    fc.constantFrom(...PERIODS),
    fc.constantFrom(...AGES),
    fc.nat(99)
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
      const { errors, bundle } = loadPlans(
        ...rows.map(([area, period, age, value]) => `${area},${period},open,${age},${value},,`)
      );
      const read = bundle?.tables[0]?.observations.length;
      const twice = errors.filter(({ rule }) => rule === 'duplicate-key');
      const keys = new Set(
        rows.map(([area, period, age]) =>
          [
            /857|Rutland/.test(area) ? 'rutland' : 'leicester',
            /24/.test(period) ? '2024' : '2023',
            /16/.test(age) ? '16' : /5/.test(age) ? '5' : 'all'
          ].join()
        )
      );
      expect(twice).toHaveLength(rows.length - keys.size);
      for (const problem of twice) expect(problem.remedy).toMatch(/row \d+ or row \d+/);
      if (errors.length === 0) expect(read).toBe(rows.length);
    }),
    SEED
  );
});

test('whatever is said of a cell, a number that was written plainly stays as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(999_999), { minLength: 1, maxLength: 8 }), (values) => {
      const lines = values.map((value, at) => `la856,${2010 + at},open,all,${value},,`);
      const { bundle, recognised } = loadPlans(...lines);
      expect(recognised).toEqual([]);
      expect(bundle?.tables[0]?.observations.map(({ cell }) => cell)).toEqual(
        values.map((value) => ({ kind: 'known', value, flags: [] }))
      );
    }),
    SEED
  );
});

test('bytes of no encoding are told of, not taken for figures', () => {
  expect(load({ 'about.csv': ABOUT, 'plans.csv': bytesOf('\u0001\u0002\u0003') }).rules).not.toEqual([]);
});
