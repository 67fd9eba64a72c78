/** Funnels of areas, realistic and awkward. */
import { known, missing } from '#lib/domain/cell.ts';
import { funnelChart, type FunnelInput, type FunnelMeasure, type FunnelSpec } from '#lib/views/funnel.ts';
import type { ChartModel } from '#lib/views/model.ts';
import { chart } from './chart-model.ts';

/** Numbers between 0 and 1 that look random and are the same every time. */
const turn = (i: number) => {
  const wave = Math.sin((i + 1) * 12.9898) * 43758.5453;
  return wave - Math.floor(wave);
};

interface Own {
  readonly label: string;
  readonly role?: FunnelInput['role'];
  readonly x?: number;
  readonly n?: number;
}

/** Authorities of the sizes there are: most of a thousand to five thousand of what n counts, a few far larger. */
function authorities(
  count: number,
  { share, spread, scale = 1 }: { readonly share: number; readonly spread: number; readonly scale?: number },
  own: Readonly<Record<number, Own>> = {}
): FunnelInput[] {
  return Array.from({ length: count }, (_, i) => {
    const size = 350 + 4600 * turn(i) ** 1.6 + (i % 29 === 3 ? 6200 * turn(i + 400) : 0);
    const { label, role, n = Math.round(size * scale), x } = own[i] ?? { label: `Authority ${i + 1}` };
    const from = turn(i + 900) + turn(i + 1300) + turn(i + 1700) - 1.5;
    const chance =
      2 * (turn(i + 2100) + turn(i + 2500) + turn(i + 2900) - 1.5) * Math.sqrt((share * (1 - share)) / n);
    const of = x ?? Math.round(n * Math.max(0, share + spread * from + chance));
    return { id: `a${i}`, label, x: known(of), n: known(n), ...(role === undefined ? {} : { role }) };
  });
}

const NEIGHBOURS: Readonly<Record<number, Own>> = Object.fromEntries(
  [5, 14, 23, 41, 58, 66, 87, 103, 119, 140].map((i) => [
    i,
    { label: `Similar area ${i}`, role: 'neighbours' }
  ])
);
const LEICESTERSHIRE = { label: 'Leicestershire', role: 'focus' } as const;

const NEGLECT: FunnelMeasure = {
  kind: 'proportion',
  unit: 'Share of assessments with any factor recorded that recorded neglect, %',
  decimals: 1,
  sizeUnit: 'Assessments with any factor recorded',
  eventUnit: 'Of them, neglect recorded'
};

function made(
  id: string,
  title: string,
  subtitle: string,
  areas: readonly FunnelInput[],
  measure: FunnelMeasure
): ChartModel {
  const built = funnelChart(areas, measure, subtitle);
  if (built === undefined) throw new Error(`no area has figures: ${id}`);
  return {
    ...chart(id, title, subtitle, built.spec),
    table: built.table,
    description: `${title} ${built.said}`
  };
}

const WHERE = 'Assessments with factors recorded, every authority in England, year to 31 March 2024';
const plain = (values: readonly (readonly [label: string, x: number, n: number])[]): FunnelInput[] =>
  values.map(([label, x, n], i) => ({
    id: `p${i}`,
    label,
    x: known(x),
    n: known(n),
    ...(i === 0 ? { role: 'focus' } : {})
  }));

const byHand = (spec: Partial<FunnelSpec>): FunnelSpec => ({
  kind: 'funnel',
  unit: 'Per 10,000 children',
  decimals: 1,
  sizeUnit: 'Children aged 0 to 17',
  target: { value: 21, label: 'England' },
  limits: [],
  adjusted: false,
  areas: [],
  ...spec
});

const charts: readonly ChartModel[] = [
  made(
    'funnel-adjusted-153-areas',
    'Authorities record neglect so differently that chance explains little of it',
    WHERE,
    authorities(
      153,
      { share: 0.19, spread: 0.13 },
      {
        ...NEIGHBOURS,
        37: { ...LEICESTERSHIRE, n: 4102, x: 389 },
        61: { label: 'Leicester', role: 'second', n: 3890, x: 842 },
        92: { label: 'Rutland', role: 'third', n: 296, x: 61 }
      }
    ),
    { ...NEGLECT, target: { value: 19.4, label: 'England' } }
  ),
  made(
    'funnel-plain-limits-hold',
    'Repeat plans differ about as much as chance would have it',
    'Plans begun by children who had one before, every authority in England, year to 31 March 2024',
    authorities(
      148,
      { share: 0.236, spread: 0.004, scale: 0.12 },
      { ...NEIGHBOURS, 20: { ...LEICESTERSHIRE, n: 402, x: 113 } }
    ).map((area, i) => ({
      ...area,
      ...(i % 10 === 7 ? { x: missing('withheld') } : {})
    })),
    {
      kind: 'proportion',
      unit: 'Share of plans begun that were not the child’s first, %',
      decimals: 1,
      sizeUnit: 'Plans begun',
      eventUnit: 'Of them, not the first'
    }
  ),
  made(
    'funnel-focus-at-the-edge',
    'The largest authority is also the highest',
    WHERE,
    [
      ...plain([['Bournemouth, Christchurch and Poole', 5800, 11_900]]),
      ...authorities(120, { share: 0.2, spread: 0.12 })
    ],
    { ...NEGLECT, target: { value: 20.1, label: 'England' } }
  ),
  made(
    'funnel-zero-and-tiny',
    'The smallest authority recorded none',
    WHERE,
    [
      ...plain([['Isles of Scilly', 0, 14]]),
      ...authorities(
        60,
        { share: 0.12, spread: 0.09 },
        { 8: { label: 'City of London', role: 'second', n: 122, x: 9 } }
      )
    ],
    { ...NEGLECT, target: { value: 11.8, label: 'England' } }
  ),
  made(
    'funnel-rates',
    'Plans for neglect per 10,000 children, with the limits of rates',
    'Children on a plan for neglect, every authority in England, at 31 March 2024',
    authorities(
      150,
      { share: 0.00205, spread: 0.0011, scale: 42 },
      { ...NEIGHBOURS, 37: { ...LEICESTERSHIRE, n: 145_000, x: 235 } }
    ),
    {
      kind: 'rate',
      unit: 'Children on a plan for neglect per 10,000 children',
      decimals: 1,
      sizeUnit: 'Children aged 0 to 17',
      eventUnit: 'Children on a plan for neglect',
      target: { value: 20.5, label: 'England' }
    }
  ),
  made(
    'funnel-high-shares',
    'A scale of high shares does not start at zero',
    'Initial conferences within 15 days, twelve authorities, year to 31 March 2024',
    plain([
      ['Rutland', 38, 41],
      ['Leicester', 610, 702],
      ['Derby', 402, 488],
      ['Nottingham', 520, 655],
      ['Lincolnshire', 588, 640],
      ['Northamptonshire', 812, 990],
      ['Nottinghamshire', 701, 790],
      ['Derbyshire', 690, 811]
    ]),
    {
      kind: 'proportion',
      unit: 'Share of initial conferences held within 15 days, %',
      decimals: 1,
      sizeUnit: 'Initial conferences',
      eventUnit: 'Of them, within 15 days'
    }
  ),
  made(
    'funnel-all-equal',
    'Five areas of one size and one share',
    'Made up',
    plain(['One', 'Two', 'Three', 'Four', 'Five'].map((label) => [label, 60, 240] as const)),
    NEGLECT
  ),
  made('funnel-single-area', 'One area is no funnel', 'Made up', plain([['Leicestershire', 389, 4102]]), {
    ...NEGLECT,
    target: { value: 19.4, label: 'England' }
  }),
  made(
    'funnel-target-out-of-range',
    'Every area lies below the target',
    'Made up',
    authorities(
      40,
      { share: 0.08, spread: 0.05 },
      { 11: { label: 'Kingston upon Hull, City of', role: 'focus' } }
    ),
    { ...NEGLECT, target: { value: 45, label: 'Level of the busiest recorder in 2016-17' } }
  ),
  chart(
    'funnel-named-close-together',
    'Four named areas of one size stand apart in words',
    'Made up',
    byHand({
      areas: [
        { id: 'a', label: 'Leicestershire', role: 'focus', size: 140_000, value: 20.6 },
        { id: 'b', label: 'Northamptonshire', role: 'second', size: 141_000, value: 20.9 },
        { id: 'c', label: 'Derbyshire', role: 'third', size: 139_500, value: 20.4 },
        { id: 'd', label: 'Nottinghamshire', role: 'fourth', size: 140_400, value: 20.1 },
        ...Array.from({ length: 30 }, (_, i) => ({
          id: `o${i}`,
          label: `Authority ${i + 1}`,
          size: Math.round(20_000 + 190_000 * turn(i)),
          value: Number((6 + 30 * turn(i + 200)).toFixed(1))
        }))
      ],
      limits: Array.from({ length: 30 }, (_, i) => {
        const size = 20_000 * 10.5 ** (i / 29);
        const reach = 6600 / Math.sqrt(size * 22);
        return {
          size,
          lower95: 21 - 1.96 * reach,
          upper95: 21 + 1.96 * reach,
          lower998: 21 - 3.09 * reach,
          upper998: 21 + 3.09 * reach
        };
      })
    })
  )
];

export const FUNNEL_FIXTURES: Readonly<Record<string, ChartModel>> = Object.fromEntries(
  charts.map((model) => [model.id, model])
);
