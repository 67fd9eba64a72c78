/** Control and run charts, realistic and awkward. */
import { isKnown, known, missing, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import { dateInWords, monthInWords } from '#lib/domain/dates.ts';
import { runChart } from '#lib/stats/run-chart.ts';
import { xmr } from '#lib/stats/xmr.ts';
import { controlSpec, runSpec, type ControlMeasure, type Timed } from '#lib/views/control-chart.ts';
import type { ControlSpec } from '#lib/views/control-table.ts';
import type { ChartModel } from '#lib/views/model.ts';
import { chart, WITHHELD } from './chart-model.ts';

type Given = number | 'c' | 'x' | 'none';

const cellOf = (value: Given): Cell => {
  if (typeof value === 'number') return known(value);
  return value === 'c' ? WITHHELD : value === 'x' ? missing('notAvailable') : NOT_SUPPLIED;
};

/** The last day of the month so many months after the end of one. */
const monthEnd = (first: string, after: number) => {
  const [year = 0, month = 1] = first.split('-').map(Number);
  return new Date(Date.UTC(year, month + after, 0)).toISOString().slice(0, 10);
};

function months(first: string, values: readonly Given[]): Timed[] {
  return values.map((value, i) => {
    const end = monthEnd(first, i);
    return { end, label: monthInWords(end), cell: cellOf(value) };
  });
}

/** Quarters of reporting years: the first ends in June. */
function quarters(first: string, values: readonly Given[]): Timed[] {
  return values.map((value, i) => {
    const end = monthEnd(first, 3 * i);
    const [year = 0, month = 1] = end.split('-').map(Number);
    const [quarter, starts] = month < 4 ? [4, year - 1] : [Math.floor(month / 3) - 1, year];
    return { end, label: `Q${quarter} ${starts}-${(starts + 1) % 100}`, cell: cellOf(value) };
  });
}

const values = (timed: readonly Timed[]) => timed.map(({ cell }) => (isKnown(cell) ? cell.value : undefined));

function control(timed: readonly Timed[], measure: ControlMeasure): ControlSpec {
  const { improvement, target, rebased = [] } = measure;
  const result = xmr(values(timed), {
    improvement,
    target: target?.value,
    ...(rebased.length > 0 ? { rebaseAt: rebased.map(({ at }) => at), rebaseReason: 'as said' } : {})
  });
  return controlSpec(result, timed, measure);
}

const run = (timed: readonly Timed[], measure: ControlMeasure) =>
  runSpec(runChart(values(timed)), timed, measure);

const PLANS = { unit: 'Children who began a plan for neglect, each month', decimals: 0 };
const SHARE = { unit: 'Share of re-referrals within 12 months, %', decimals: 1, most: 100 };

const charts: readonly ChartModel[] = [
  chart(
    'control-volume-special-high',
    'More children have begun plans for neglect each month since the autumn',
    'Plans for neglect begun each month in Leicestershire, January 2022 to December 2023',
    control(
      months(
        '2022-01-31',
        [9, 12, 8, 11, 14, 10, 7, 12, 9, 13, 10, 8, 11, 9, 12, 10, 8, 13, 16, 15, 14, 17, 16, 18]
      ),
      {
        ...PLANS,
        milestones: [
          { on: '2022-09-01', label: 'Neglect strategy adopted' },
          { on: '2023-06-15', label: 'Graded Care Profile training begins' }
        ]
      }
    )
  ),
  chart(
    'control-improving-hit-and-miss',
    'Re-referrals have fallen, and will still hit and miss the target',
    'Re-referrals within 12 months, each quarter, April 2019 to March 2024',
    control(
      quarters(
        '2019-06-30',
        [
          24.1, 22.8, 25.3, 23.9, 24.6, 22.2, 23.7, 25.1, 23.3, 22.9, 24.4, 23.1, 22.5, 21.2, 20.8, 21.9,
          21.1, 20.4, 21.6, 20.9
        ]
      ),
      { ...SHARE, improvement: 'decrease', target: { value: 22, label: 'Target' } }
    )
  ),
  chart(
    'control-concern-missing-target',
    'Fewer visits are on time, and the target will be missed',
    'Plans for neglect whose children were seen on time, each month, to December 2023',
    control(
      months(
        '2022-07-31',
        [81.2, 84, 79.8, 82.5, 80.1, 83.3, 81.9, 80.4, 82.7, 79.2, 81.6, 83.1, 80.8, 82, 79.9, 81.1, 74, 66.2]
      ),
      {
        unit: 'Share of visits on time, %',
        decimals: 1,
        most: 100,
        improvement: 'increase',
        target: { value: 97, label: 'Target of the children’s services improvement board' }
      }
    )
  ),
  chart(
    'control-passing-target',
    'Reviews are on time, and will be unless something changes',
    'Reviews of plans for neglect held on time, each quarter, April 2020 to September 2023',
    control(
      quarters(
        '2020-06-30',
        [96.1, 97, 95.8, 96.6, 97.3, 96.2, 96.9, 95.9, 96.4, 97.1, 96.7, 96, 96.8, 96.5]
      ),
      {
        unit: 'Share of reviews held on time, %',
        decimals: 1,
        most: 100,
        improvement: 'increase',
        target: { value: 80, label: 'Target' }
      }
    )
  ),
  chart(
    'control-rebased',
    'Contacts settled at a higher level when the front door moved',
    'Contacts that named neglect each month in Rutland, January 2021 to December 2023',
    control(
      months(
        '2021-01-31',
        [
          22, 18, 25, 20, 23, 19, 24, 21, 20, 26, 22, 19, 23, 21, 18, 24, 38, 41, 35, 40, 37, 43, 39, 36, 40,
          38, 42, 37, 39, 41, 36, 40, 38, 43, 37, 41
        ]
      ),
      {
        unit: 'Contacts that named neglect',
        decimals: 0,
        rebased: [{ at: 17, reason: 'one front door for three authorities' }],
        milestones: [
          { on: '2021-03-08', label: 'Schools reopen' },
          { on: '2023-04-01', label: 'New case system' }
        ]
      }
    )
  ),
  chart(
    'control-withheld-and-zero',
    'Months with fewer than five are withheld, months with none are not',
    'Plans for neglect begun each month in Rutland, January 2022 to June 2023',
    control(months('2022-01-31', [6, 0, 'c', 'c', 7, 5, 0, 0, 'c', 8, 6, 'x', 9, 5, 'c', 7, 6, 0]), PLANS)
  ),
  chart(
    'control-last-withheld',
    'The latest quarter is withheld',
    'Plans for neglect begun each quarter in Rutland, April 2020 to December 2023',
    control(quarters('2020-06-30', [8, 11, 9, 12, 10, 7, 9, 13, 11, 8, 10, 9, 12, 10, 'c']), {
      unit: 'Children who began a plan for neglect',
      decimals: 0
    })
  ),
  chart(
    'control-all-equal',
    'Twelve audits were held every quarter',
    'Audits held each quarter, April 2020 to September 2023',
    control(
      quarters(
        '2020-06-30',
        Array.from({ length: 14 }, () => 12)
      ),
      { unit: 'Audits held', decimals: 0 }
    )
  ),
  chart(
    'control-single-point',
    'One quarter says nothing of change',
    'Children seen alone, each quarter, April to June 2023',
    control(quarters('2023-06-30', [41]), { unit: 'Children seen alone', decimals: 0 })
  ),
  chart(
    'control-nothing-known',
    'Every quarter is withheld',
    'Plans for neglect begun each quarter in the Isles of Scilly, April 2022 to March 2024',
    {
      ...control(quarters('2022-06-30', [1, 'c', 'c', 'c', 'x', 'c', 'c', 'c']), {
        unit: 'Children who began a plan for neglect',
        decimals: 0
      }),
      points: quarters('2022-06-30', ['c', 'c', 'c', 'c', 'x', 'c', 'c', 'c']).map((timed) => ({
        ...timed,
        cause: 'none' as const
      })),
      target: { value: 4, label: 'Target' }
    }
  ),
  chart(
    'control-sixty-points',
    'Five years of months, with three spells out of the usual',
    'Referrals that named neglect each month in Leeds, April 2019 to March 2024',
    control(
      months(
        '2019-04-30',
        Array.from({ length: 60 }, (_, i) => {
          const turn = Math.sin((i + 1) * 12.9898) * 43758.5453;
          const spell = i > 11 && i < 16 ? -70 : i > 33 && i < 43 ? 32 : i === 55 ? 90 : 0;
          return Math.round(160 + 44 * (turn - Math.floor(turn)) + spell);
        })
      ),
      {
        unit: 'Referrals that named neglect',
        decimals: 0,
        milestones: [
          { on: '2020-03-23', label: 'First lockdown' },
          { on: '2020-09-01', label: 'Schools open to all' },
          { on: '2022-02-01', label: 'Campaign: see the child, ask the question' },
          { on: '2023-11-15', label: 'New referral form' }
        ]
      }
    )
  ),
  chart(
    'control-large-numbers',
    'Contacts are counted in tens of thousands',
    'Contacts each quarter, all of England, April 2020 to September 2023',
    control(
      quarters(
        '2020-06-30',
        [
          612_400, 655_100, 640_800, 668_200, 649_900, 671_300, 660_700, 682_500, 659_100, 676_600, 664_300,
          690_200, 671_800, 702_400
        ]
      ),
      { unit: 'Contacts', decimals: 0 }
    )
  ),
  chart(
    'run-random',
    'Audits that found neglect named vary as chance would have it',
    'Plans for neglect begun each quarter in Rutland, April 2021 to September 2023',
    run(quarters('2021-06-30', [5, 9, 6, 8, 10, 6, 7, 9, 5, 8, 11]), {
      unit: 'Children who began a plan for neglect',
      decimals: 0
    })
  ),
  chart(
    'run-long-runs',
    'Contacts were low for a year, then high for a year',
    `Contacts that named neglect, each month to ${dateInWords('2023-12-31')}`,
    run(
      months('2022-01-31', [
        31,
        29,
        33,
        30,
        28,
        'c',
        32,
        30,
        29,
        31,
        'c',
        33,
        40,
        38,
        41,
        43,
        39,
        42,
        44,
        38,
        40,
        45,
        41,
        43
      ]),
      { unit: 'Contacts that named neglect', decimals: 0 }
    )
  ),
  chart(
    'run-few-crossings',
    'Waits have been shorter since the summer than chance would make them',
    `Days from referral to first visit, each month to ${dateInWords('2023-12-31')}`,
    run(months('2023-01-31', [6.1, 7.4, 6.8, 'none', 5.9, 6.5, 4.1, 3.8, 4.4, 3.9, 4.2, 3.6]), {
      unit: 'Middle number of days from referral to first visit',
      decimals: 1,
      improvement: 'decrease',
      target: { value: 5, label: 'Standard' }
    })
  )
];

export const CONTROL_FIXTURES: Readonly<Record<string, ChartModel>> = Object.fromEntries(
  charts.map((model) => [model.id, model])
);
