import { describe, expect, test } from 'vitest';
import type { Area } from '#lib/domain/area.ts';
import { known, missing, type Cell } from '#lib/domain/cell.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { reportingYear } from '#lib/domain/period.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { diffBundles } from '#lib/sources/diff.ts';
import { namesFrom, reportDiff, summariseDiff } from '#lib/sources/diff-report.ts';
import { smallBundle } from '../fixtures/bundles/small-bundle.ts';

const small = smallBundle();
const YEARS = [2022, 2023, 2024, 2025];
const PLACES = Array.from({ length: 120 }, (_, index) => `place-${index}`);

const area = (id: string, kind: Area['kind']): Area => ({ id, slug: id, kind, name: `The ${id}`, codes: [] });

function row(place: string, year: number, members: readonly string[], cell: Cell): Observation {
  return { area: place, period: String(year), measure: 'open', members, cell };
}

/** Plans of 120 authorities that change by one or two a year until 2024, and of a country. */
function plansOf(place: string, year: number): Observation[] {
  const size = place === 'england' ? 12_000 : 100 + Number(place.split('-')[1]);
  const total = size + (Math.min(year, 2024) % 2) * (1 + (size % 2));
  return [
    row(place, year, ['all', 'all'], known(total)),
    row(place, year, ['all', 'neglect'], known(Math.floor(total / 2))),
    row(place, year, ['all', 'physical'], known(Math.floor(total / 4)))
  ];
}

function bundleOf(years: readonly number[], change: (row: Observation) => Observation | undefined): Bundle {
  const [plans] = small.tables;
  if (!plans) throw new Error('the small bundle has no table');
  const observations = years
    .flatMap((year) => ['england', ...PLACES].flatMap((place) => plansOf(place, year)))
    .flatMap((observation) => change(observation) ?? []);
  return {
    ...small,
    manifest: {
      ...small.manifest,
      areas: [area('england', 'country'), ...PLACES.map((place) => area(place, 'authority'))],
      periods: years.map(reportingYear),
      tables: [plans.table],
      notes: []
    },
    tables: [{ ...plans, observations }]
  };
}

const before = bundleOf(YEARS.slice(0, -1), (same) => same);

/** The bundle of the next year with cells of it replaced; undefined takes a row away. */
function nextYear(
  cells: (place: string, members: string) => Cell | 'same' | 'absent' = () => 'same'
): Bundle {
  return bundleOf(YEARS, (observation) => {
    const cell =
      observation.period === '2025' ? cells(observation.area, observation.members.join('|')) : 'same';
    if (cell === 'absent') return undefined;
    return cell === 'same' ? observation : { ...observation, cell };
  });
}

function tableOf(after: Bundle) {
  const [period, ...more] = diffBundles(before, after).fresh;
  const [table] = period?.tables ?? [];
  if (!period || !table || more.length > 0) throw new Error('one new period with a table was expected');
  return table;
}

const report = (after: Bundle) => reportDiff(diffBundles(before, after), namesFrom(before, after));

describe('a period that is new', () => {
  test('is none where both bundles have the same', () => {
    expect(diffBundles(before, before).fresh).toEqual([]);
    expect(reportDiff(diffBundles(before, before), namesFrom(before, before))).not.toContain('## New');
  });
  test('shows the country’s total beside the year before it, as the new bundle has both', () => {
    const after = nextYear((place, members) =>
      place === 'england' && members === 'all|all' ? known(13_200) : 'same'
    );
    expect(tableOf(after)).toMatchObject({
      against: '2024',
      country: [{ area: 'england', members: [], before: { value: 12_000 }, after: { value: 13_200 } }]
    });
    expect(report(after)).toContain('| The england | open | 12,000 | 13,200 | +1,200 (+10%) |');
  });
  test('counts what was supplied, withheld, missing otherwise and absent, beside the year before', () => {
    const after = nextYear((place, members) => {
      if (place === 'place-1' && members === 'all|physical') return missing('withheld');
      if (place === 'place-2') return missing('notAvailable');
      return place === 'place-3' ? 'absent' : 'same';
    });
    expect(tableOf(after)).toMatchObject({
      coverage: { supplied: 363 - 1 - 3 - 3, withheld: 1, otherReasons: 3 },
      coverageBefore: { supplied: 363, withheld: 0, otherReasons: 0 },
      absent: [{ area: 'place-3', cells: 3 }]
    });
    expect(report(after)).toContain('| 356 (363) | 1 (0) | 3 (0) | 3 | The place-3 |');
  });
  test('lists an authority whose figure cannot be right first, with its size', () => {
    const after = nextYear((place, members) => {
      if (members !== 'all|all') return 'same';
      return place === 'place-7' ? known(99_999) : place === 'place-90' ? known(300) : 'same';
    });
    const [first, second] = tableOf(after).moves;
    expect(first).toMatchObject({ area: 'place-7', before: { value: 107 }, inHundred: 1 });
    expect(first?.size).toBeCloseTo((99_999 - 107) / Math.sqrt(99_999 + 107), 9);
    expect(second).toMatchObject({ area: 'place-90' });
    expect(report(after)).toContain(
      '| The place-7 | open | 107 | 99,999 | +99,892 (+93,357%) | 315.7 | 1 in 100 |'
    );
  });
  test('the large do not crowd out the small: the order is by size with the figures taken out', () => {
    const after = nextYear((place, members) => {
      if (members !== 'all|all') return 'same';
      return place === 'place-0' ? known(170) : place === 'place-119' ? known(290) : 'same';
    });
    expect(
      tableOf(after)
        .moves.slice(0, 2)
        .map((move) => [move.area, move.after])
    ).toEqual([
      ['place-0', known(170)],
      ['place-119', known(290)]
    ]);
  });
  test('five moves of a table are written out and the rest counted', () => {
    const text = report(
      nextYear((place, members) => (members === 'all|all' && place !== 'england' ? known(999) : 'same'))
    );
    expect(text.match(/\| The place-\d+ \| open \|/g)).toHaveLength(5);
    expect(text).toContain('and 115 more that were as unusual.');
  });
  test('where neglect is withheld no other category is listed, and the total still is', () => {
    const faulty = (neglect: Cell) =>
      nextYear((place, members) => {
        if (place !== 'place-5') return 'same';
        return members === 'all|neglect' ? neglect : known(5_000);
      });
    const listed = (after: Bundle) =>
      tableOf(after)
        .moves.filter((move) => move.area === 'place-5')
        .map((move) => move.members.join());
    expect(listed(faulty(known(52)))).toEqual(['category_latest=physical', '']);
    expect(listed(faulty(missing('withheld')))).toEqual(['']);
  });
  test('a table with nothing for it is listed as absent', () => {
    const table = tableOf(nextYear(() => 'absent'));
    expect(table.coverage).toEqual({ supplied: 0, withheld: 0, otherReasons: 0 });
    expect(table.absent).toHaveLength(121);
    expect(report(nextYear(() => 'absent'))).toContain(
      'The place-0, The place-1, The place-2, The place-3, and 116 more'
    );
  });
  test('is a line of the summary', () => {
    expect(summariseDiff(diffBundles(before, nextYear()))).toContain(
      'New, year to 31 March 2025: 363 figures supplied, 0 withheld, 0 missing for other reasons, 0 absent that the period before has; 0 unusual moves of authorities.'
    );
  });
});

describe('long lists', () => {
  test('are cut with the number left out, the largest revision first', () => {
    const after = bundleOf(YEARS.slice(0, -1), (observation) => ({
      ...observation,
      cell: known(observation.area === 'place-60' && observation.period === '2023' ? 90_000 : 1_000)
    }));
    const text = report(after);
    const listed = text.split('\n').filter((line) => /^\| The \S+ \| year to/.test(line));
    expect(listed).toHaveLength(25);
    expect(listed[0]).toContain('The place-60');
    expect(text).toContain(`and ${(121 * 9 - 25).toLocaleString('en-GB')} more.`);
  });
  test('of notes and of areas with rows no longer supplied are cut too', () => {
    const notes = PLACES.map((id) => ({ id, text: `A note about ${id}.` }));
    const after = bundleOf(YEARS.slice(0, -1), (observation) =>
      PLACES.includes(observation.area) ? undefined : observation
    );
    const text = report({ ...after, manifest: { ...after.manifest, notes } });
    expect(text.match(/^- A note about/gm)).toHaveLength(25);
    expect(text).toContain('- and 95 more\n');
    expect(text.match(/no longer supplied\.$/gm)).toHaveLength(25 + 1);
    expect(text).toContain('and 335 more areas and periods with rows no longer supplied.');
  });
});
