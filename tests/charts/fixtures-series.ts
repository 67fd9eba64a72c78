/** Lines on which ranges, a band, breaks and milestones meet, every combination once. */
import { known } from '#lib/domain/cell.ts';
import type { BandPoint, Break, ChartModel, Point } from '#lib/views/model.ts';
import { chart, points, WITHHELD, type Given } from './chart-model.ts';

const FEATURES = ['ranges', 'band', 'break', 'milestone'] as const;
type Feature = (typeof FEATURES)[number];

const VALUES = [14.2, 15.9, 17.1, 18, 17.3, 18.4, 19.2, 20.1, 18.8, 18.3, 17.2, 16.2];
const ENGLAND = [15.8, 17.8, 19, 19.6, 20.7, 21.8, 21.6, 21.9, 20.9, 21, 20.8, 20.5];
const REFERRED = [9.8, 9.1, 8.4, 9.2, 10.1, 9.4, 8.8, 8.1, 7.2, 8.3, 8.9, 9.5];

const edge = (year: number, value: number): BandPoint => ({
  year,
  lower: known(value),
  upper: known(Number((value * 1.3).toFixed(1)))
});
const BAND = VALUES.map((value, i) => edge(2013 + i, value));
const BREAKS: readonly Break[] = [
  { year: 2016, label: 'use of “multiple” changed' },
  { year: 2021, label: 'England counts anew', series: ['england'] }
];
const MILESTONES: readonly Break[] = [
  { year: 2016, label: 'strategy adopted' },
  { year: 2021, label: 'pandemic: fewer referrals' }
];

function series(
  id: string,
  features: readonly Feature[],
  more: {
    values?: readonly Given[];
    own?: readonly Point[];
    band?: readonly BandPoint[];
    breaks?: readonly Break[];
    at?: number;
  } = {}
): ChartModel {
  const has = (feature: Feature) => features.includes(feature);
  const spread = (share: number) => (has('ranges') ? share : 0);
  return chart(
    id,
    `${features.join(', ')} on one chart`,
    'Children on a plan for neglect per 10,000 children, at 31 March 2013 to 2024',
    {
      kind: 'series',
      unit: 'Children on a plan for neglect per 10,000 children',
      decimals: 1,
      series: [
        {
          id: 'focus',
          name: 'Neglect',
          role: 'focus',
          points: more.own ?? points(2013, more.values ?? VALUES, spread(0.13))
        },
        { id: 'england', name: 'England', role: 'england', points: points(2013, ENGLAND, spread(0.04)) },
        { id: 'second', name: 'Starts', role: 'second', points: points(2013, REFERRED, spread(0.2)) }
      ],
      ...(has('band') ? { band: { name: 'neglect and multiple', points: more.band ?? BAND } } : {}),
      breaks: has('break') ? (more.breaks ?? BREAKS) : [],
      ...(more.at === undefined ? {} : { at: more.at }),
      milestones: has('milestone') ? MILESTONES : []
    }
  );
}

/** Every set of features, the empty one left out. */
const SETS: readonly (readonly Feature[])[] = Array.from({ length: 2 ** FEATURES.length - 1 }, (_, i) =>
  FEATURES.filter((_feature, bit) => ((i + 1) >> bit) % 2 === 1)
);

/** Ranges from a model that gives none for some years, and a withheld year among those that have one. */
const GAPS: readonly Point[] = points(2013, [
  14.2,
  15.9,
  17.1,
  18,
  'c',
  18.4,
  19.2,
  20.1,
  18.8,
  18.3,
  17.2,
  16.2
]).map((point, i) =>
  point.cell.kind === 'known' && ![1, 6, 7, 9].includes(i)
    ? { ...point, lower: point.cell.value * 0.85, upper: point.cell.value * 1.15 }
    : point
);

export const SERIES_FIXTURES: Readonly<Record<string, ChartModel>> = {
  ...Object.fromEntries(
    SETS.map((features) => {
      const id = `series-of-${features.join('-')}`;
      return [id, series(id, features)];
    })
  ),
  'series-ranges-with-gaps': series('series-ranges-with-gaps', ['ranges', 'milestone'], { own: GAPS }),
  'series-band-edge-withheld': series('series-band-edge-withheld', ['ranges', 'band', 'break', 'milestone'], {
    band: BAND.map((point, i) => ([3, 4, 11].includes(i) ? { ...point, upper: WITHHELD } : point)),
    at: 2019
  }),
  'series-band-and-line-withheld': series('series-band-and-line-withheld', FEATURES, {
    values: [...VALUES.slice(0, 5), 'c', 'c', ...VALUES.slice(7)],
    band: BAND.map((point, i) =>
      i === 5 || i === 6 ? { ...point, lower: WITHHELD, upper: WITHHELD } : point
    )
  })
};
