import { describe, expect, it } from 'vitest';
import { isKnown, known, missing, type Cell } from '#lib/domain/cell.ts';
import { runChart } from '#lib/stats/run-chart.ts';
import { SPECIAL_CAUSES } from '#lib/stats/xmr-rules.ts';
import { xmr } from '#lib/stats/xmr.ts';
import { controlChart, controlSpec, runSpec, type ControlMeasure } from '#lib/views/control-chart.ts';
import { controlTable } from '#lib/views/control-table.ts';

type Given = number | 'c';

const timedOf = (values: readonly Given[]) =>
  values.map((value, i) => {
    const end = new Date(Date.UTC(2022, i + 1, 0)).toISOString().slice(0, 10);
    const cell: Cell = value === 'c' ? missing('withheld') : known(value);
    return { end, label: `Month ${i + 1}`, cell };
  });
const VOLUME: ControlMeasure = { unit: 'Plans begun', decimals: 0 };
const usual = Array.from({ length: 14 }, (_, i) => (i % 2 === 0 ? 10 : 12));
const made = (values: readonly Given[], measure = VOLUME) => {
  const chart = controlChart(timedOf(values), measure, 'Plans begun each month');
  if (chart === undefined) throw new Error('too few points');
  return chart;
};

describe('which chart', () => {
  it('is none below ten known points, a run chart from ten, a control chart from thirteen', () => {
    const of = (values: readonly Given[]) => controlChart(timedOf(values), VOLUME, '')?.spec.limits;
    expect(of(usual.slice(0, 9))).toBeUndefined();
    expect(of([...usual.slice(0, 9), 'c', 'c', 'c', 'c'])).toBeUndefined();
    expect(of(usual.slice(0, 10))).toBe('run');
    expect(of(usual.slice(0, 12))).toBe('run');
    expect(of(usual.slice(0, 13))).toBe('control');
  });
});

describe('variation', () => {
  const spike = [...usual, 30];
  const drop = [...usual, 0];
  it.each([
    ['a high volume is neutral', spike, undefined, 'neutralHigh'],
    ['a low volume is neutral', drop, undefined, 'neutralLow'],
    ['high is concern where a decrease is better', spike, 'decrease', 'concernHigh'],
    ['low is improvement where a decrease is better', drop, 'decrease', 'improvementLow'],
    ['high is improvement where an increase is better', spike, 'increase', 'improvementHigh'],
    ['low is concern where an increase is better', drop, 'increase', 'concernLow'],
    ['a usual last point is common cause', [...spike, 11, 10, 11], undefined, 'common']
  ] as const)('%s', (_title, values, improvement, icon) => {
    const { spec } = made(values, { ...VOLUME, ...(improvement === undefined ? {} : { improvement }) });
    expect(spec.variation).toBe(icon);
    expect(spec.better).toBe(
      improvement === undefined ? undefined : improvement === 'increase' ? 'high' : 'low'
    );
  });

  it('is that of the last known point where the latest is withheld', () => {
    expect(made([...spike, 'c']).spec.variation).toBe('neutralHigh');
  });
});

describe('assurance', () => {
  const target = (value: number, improvement: 'increase' | 'decrease' | 'neutral') =>
    made(usual, { ...VOLUME, improvement, target: { value, label: 'Target' } }).spec.assurance;

  it('passes, fails or hits and misses by where the target lies from the limits', () => {
    expect(target(2, 'increase')).toBe('pass');
    expect(target(30, 'increase')).toBe('fail');
    expect(target(11, 'increase')).toBe('hitAndMiss');
    expect(target(30, 'decrease')).toBe('pass');
  });

  it('is none for a volume, with a target or without', () => {
    expect(target(30, 'neutral')).toBe('none');
    expect(made(usual).spec.assurance).toBe('none');
  });
});

describe('the rule a point broke', () => {
  const says = (values: readonly Given[]) => made(values).table.rows.map((row) => row['says']);

  it('is said in words for every rule', () => {
    const timed = timedOf([11]);
    const [base] = [xmr([11])];
    const words = SPECIAL_CAUSES.map((specialCause) => {
      const points = base.points.map((point) => ({ ...point, specialCause }));
      return controlTable(controlSpec({ ...base, points }, timed, VOLUME), '').rows[0]?.['says'];
    });
    expect(words).toEqual([
      'Above the upper limit',
      'Below the lower limit',
      'One of 7 or more rising in a row',
      'One of 7 or more falling in a row',
      'One of two in three near the upper limit',
      'One of two in three near the lower limit',
      'One of 7 or more in a row above the mean',
      'One of 7 or more in a row below the mean'
    ]);
  });

  it('stands beside its period, and others are as usual', () => {
    const all = says([...usual.map((value) => (value === 10 ? 4 : 18)), 90]);
    expect(all.at(-1)).toBe('Above the upper limit');
    expect(all.slice(0, 7)).toEqual(Array.from({ length: 7 }, () => 'As usual'));
  });

  it('gives way to the reason where the figure is withheld', () => {
    expect(says([...usual, 'c']).at(-1)).toBe('Withheld');
  });
});

describe('lines', () => {
  it('stand beside known figures only: a withheld period has its reason in every number column', () => {
    const { spec, table } = made([...usual, 'c']);
    const point = spec.points.at(-1);
    expect(point).toMatchObject({ cause: 'none' });
    for (const line of ['centre', 'lower', 'upper']) expect(point).not.toHaveProperty(line);
    for (const key of ['value', 'centre', 'lower', 'upper'])
      expect(table.rows.at(-1)?.[key]).toEqual(missing('withheld'));
  });

  it('are the same whatever else is withheld around the known figures', () => {
    const ends = made(['c', ...usual, 'c']).spec.points.filter(({ cell }) => isKnown(cell));
    expect(ends.map(({ centre, upper }) => [centre, upper])).toEqual(
      made(usual).spec.points.map(({ centre, upper }) => [centre, upper])
    );
  });

  it('lie within what the measure can be', () => {
    const share = [97, 99, 98, 96, 99, 97, 99, 98, 96, 99, 97, 98, 99];
    const { spec } = made(share, { unit: '%', decimals: 1, most: 100 });
    expect(spec.points[0]?.upper).toBe(100);
    expect(made([0, 4, 0, 3, 0, 5, 1, 0, 4, 0, 6, 0, 2]).spec.points[0]?.lower).toBe(0);
  });

  it('start anew with their reason where the process is known to have changed, on trial while short', () => {
    const values = [...usual, ...usual.slice(0, 6).map((value) => value + 40)];
    const { spec, table, said } = made(values, {
      ...VOLUME,
      rebased: [{ at: 15, reason: 'new front door' }]
    });
    expect(spec.points[14]?.rebased).toBe('new front door');
    expect(spec.points[13]?.centre).toBe(11);
    expect(spec.points[14]?.centre).toBe(51);
    expect(spec.variation).toBe('common');
    expect(spec.trial).toBe(true);
    expect(table.rows[14]?.['says']).toBe('As usual for its new level; limits start anew: new front door');
    expect(table.rows[13]?.['says']).toBe('As usual');
    expect(said).toContain('As usual for its new level: chance alone explains the latest figure');
    expect(made(usual).spec.trial).toBe(false);
  });

  it('refuse a segment that begins outside the series', () => {
    expect(() => made(usual, { ...VOLUME, rebased: [{ at: 40, reason: 'x' }] })).toThrow('rebaseAt');
  });
});

describe('a run chart', () => {
  const halves = [30, 31, 29, 32, 30, 33, 20, 21, 19, 22, 20, 18];

  it('has a median and no limits, no assurance and no trial', () => {
    const { spec, table } = made(halves, {
      ...VOLUME,
      improvement: 'decrease',
      target: { value: 25, label: 'Target' }
    });
    expect(spec).toMatchObject({ limits: 'run', assurance: 'none', trial: false });
    expect(spec.points[0]).toMatchObject({ centre: 25.5 });
    expect(spec.points[0]).not.toHaveProperty('upper');
    expect(table.columns.map(({ label }) => label)).toEqual(['Period', 'Figure', 'Median', 'What it says']);
  });

  it('with too few crossings has the side of its last points, and no point is blamed', () => {
    const { spec, table } = made(halves, { ...VOLUME, improvement: 'decrease' });
    expect(spec.variation).toBe('improvementLow');
    expect(new Set(spec.points.map(({ cause }) => cause))).toEqual(new Set(['none']));
    expect(table.rows[0]?.['says']).toBe('Above the median');
    expect(table.rows.at(-1)?.['says']).toBe('Below the median');
    expect(made(halves).spec.variation).toBe('neutralLow');
  });

  it('marks each point of a run too long for chance, and none on the median', () => {
    const values = [9, 8, 9, 10, 9, 8, 9, 10, 9, 14, 15, 12, 14, 15, 16, 14, 15, 14, 15];
    const timed = timedOf(values);
    const spec = runSpec(runChart(values), timed, VOLUME);
    const median = runChart(values).median;
    const marked = spec.points.flatMap(({ side }, i) => (side === 'high' ? [values[i] ?? 0] : []));
    expect(median).toBe(12);
    expect(marked).toEqual([14, 15, 14, 15, 16, 14, 15, 14, 15]);
    expect(spec.variation).toBe('neutralHigh');
    expect(controlTable(spec, '').rows.at(-1)?.['says']).toBe(
      'In a run above the median too long for chance'
    );
  });

  it('that varies by chance is common', () => {
    expect(made([5, 9, 6, 8, 10, 6, 7, 9, 5, 8, 11]).spec.variation).toBe('common');
  });

  it('names a known change as a note, since one median holds throughout', () => {
    const { spec } = made(halves, { ...VOLUME, rebased: [{ at: 7, reason: 'new front door' }] });
    expect(spec.milestones).toEqual([{ on: '2022-07-31', label: 'new front door' }]);
    expect(spec.points.some(({ rebased }) => rebased !== undefined)).toBe(false);
  });
});

describe('the description', () => {
  it('gives the last figure, what chance allows and what it says, never good or bad for a volume', () => {
    expect(made([...usual, 30]).said).toBe(
      'Month 15: 30. The mean is 12.3, and by chance alone it would lie between 3.9 and 20.6. ' +
        'More than chance (“special cause”), high: neither good nor bad (above the upper limit).'
    );
  });

  it('says what to expect of a target', () => {
    const { said } = made(usual, {
      ...VOLUME,
      improvement: 'increase',
      target: { value: 11, label: 'Target' }
    });
    expect(said).toContain('Will hit and miss the target.');
  });

  it('speaks of the last known period where the latest is withheld', () => {
    expect(made([...usual, 'c']).said).toMatch(/^Month 14: 12\. /);
  });
});
