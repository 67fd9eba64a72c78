import { describe, expect, test } from 'vitest';
import { drawIcon, type Icon } from '../../src/lib/charts/control-icons.ts';
import { polygons } from '../../src/lib/charts/shapes.ts';
import { isKnown, known, missing } from '../../src/lib/domain/cell.ts';
import { isAnew, type ControlSpec } from '../../src/lib/views/control-table.ts';
import { assuranceWords, variationWords } from '../../src/lib/words/control.ts';
import type { AssuranceIcon, ControlPoint, VariationIcon } from '../../src/lib/views/model.ts';
import { number } from '../../src/lib/words/number.ts';
import { boxesIn, draw, wordsIn } from './drawing.ts';
import { CONTROL_FIXTURES } from './fixtures-control.ts';

const PURPLE = '#490092';
const ORANGE = '#b84a00';
const BLUE = '#0072b2';
const FOCUS = '#12436D';

const point = (month: number, value: number | 'c', more: Partial<ControlPoint> = {}): ControlPoint => ({
  end: `2024-${String(month).padStart(2, '0')}-28`,
  label: `Month ${month}`,
  ...(value === 'c'
    ? { cell: missing('withheld') }
    : { cell: known(value), centre: 20, lower: 10, upper: 30 }),
  cause: 'none',
  ...more
});
const spec = (points: readonly ControlPoint[], more: Partial<ControlSpec> = {}): ControlSpec => ({
  kind: 'control',
  limits: 'control',
  unit: 'Plans begun',
  decimals: 0,
  points,
  variation: 'common',
  assurance: 'none',
  trial: false,
  milestones: [],
  ...more
});
const series = [1, 2, 3, 4, 5, 6].map((month) => point(month, 15 + month));

const parts = (svg: Element, name: string, value: string, shape: string) =>
  [...svg.querySelectorAll(`g[${name}="${value}"] ${shape}`)].length;
const texts = (given: ControlSpec) => wordsIn(draw(given, 'wide')).map(({ text }) => text);
const said = (given: ControlSpec) => texts(given).join(' ').replaceAll('\u00a0', ' ');

const known2 = ({ points }: ControlSpec) => points.filter(({ cell }) => isKnown(cell)).length >= 2;
const fixtures = Object.values(CONTROL_FIXTURES).flatMap(({ id, spec }) =>
  spec.kind === 'control' ? [{ id, spec }] : []
);

describe.each(fixtures)('$id', ({ spec }) => {
  test.each(['wide', 'narrow'] as const)('every known figure has one mark, %s', (size) => {
    const svg = draw(spec, size);
    const sides = new Set(spec.points.flatMap(({ side }) => side ?? []));
    const triangles = [PURPLE, ORANGE, BLUE].reduce((sum, fill) => sum + parts(svg, 'fill', fill, 'path'), 0);
    const knownPoints = spec.points.filter(({ cell }) => isKnown(cell)).length;
    expect(parts(svg, 'fill', FOCUS, 'circle') + triangles - sides.size).toBe(knownPoints);
  });

  test('prints the last figure, the lines it stands among and the target', () => {
    const words = said(spec);
    const last = spec.points.findLast(({ cell }) => isKnown(cell));
    if (last === undefined || !isKnown(last.cell)) return expect(words).not.toContain('Target');
    const line = (value: number) => number(value, value >= 100 ? spec.decimals : Math.max(1, spec.decimals));
    expect(words).toMatch(new RegExp(`Latest ${number(last.cell.value, spec.decimals)}|${last.label}`));
    for (const value of [last.centre, last.lower, last.upper])
      if (value !== undefined && (last.centre ?? 0) < 100) expect(words).toContain(line(value));
    if (spec.target) expect(words).toContain(number(spec.target.value, spec.decimals));
  });

  test('its scale starts at zero or says that it does not', () => {
    expect(texts(spec).includes('0')).toBe(!said(spec).includes('does not start at zero'));
  });

  test('says what its icons show, where two figures or more are known', () => {
    expect(said(spec).includes(variationWords(spec.variation, spec.limits, isAnew(spec)))).toBe(known2(spec));
    if (spec.assurance !== 'none') expect(said(spec)).toContain(assuranceWords(spec.assurance));
  });
});

describe('icons', () => {
  const variations: readonly VariationIcon[] = [
    'common',
    'concernHigh',
    'concernLow',
    'improvementHigh',
    'improvementLow',
    'neutralHigh',
    'neutralLow'
  ];
  const assurances: readonly Exclude<AssuranceIcon, 'none'>[] = ['pass', 'fail', 'hitAndMiss'];
  const markup = (variation: VariationIcon, assurance: AssuranceIcon) =>
    draw(spec(series, { variation, assurance }), 'wide').outerHTML.replaceAll(/#[0-9a-f]{6}/gi, '');

  test('each differs from all others by shape, with its colour and words taken away', () => {
    const bare = (html: string) => html.replaceAll(/<text[^>]*>[^<]{2,}<\/text>/g, '');
    const shapes = [
      ...variations.map((icon) => bare(markup(icon, 'none'))),
      ...assurances.map((icon) => bare(markup('common', icon)))
    ];
    expect(new Set(shapes).size).toBe(10);
  });

  test('the words of each are its own, and call a volume neither good nor bad', () => {
    const words = [
      ...variations.map((icon) => variationWords(icon, 'control')),
      ...assurances.map(assuranceWords)
    ];
    expect(new Set(words).size).toBe(10);
    expect(variationWords('neutralHigh', 'control')).toBe(
      'More than chance (“special cause”), high: neither good nor bad'
    );
    expect(variationWords('neutralLow', 'run')).toBe('Not chance alone, low: neither good nor bad');
    expect(assuranceWords('hitAndMiss')).toBe('Will hit and miss the target');
  });

  test('an icon of a volume is purple only', () => {
    const icons: readonly Icon[] = ['neutralHigh', 'neutralLow'];
    for (const icon of icons)
      expect(drawIcon(icon, [20, 20]).words.map(({ fill }) => fill)).toEqual([PURPLE]);
    const svg = draw(spec(series, { variation: 'neutralLow' }), 'wide').outerHTML;
    expect(svg).toContain(PURPLE);
    expect(svg).not.toMatch(new RegExp(`${ORANGE}|${BLUE}`));
  });
});

describe('special cause', () => {
  const high = [...series, point(7, 34, { cause: 'outside', side: 'high' })];
  const d = (svg: Element, fill: string) =>
    [...svg.querySelectorAll(`g[fill="${fill}"] path`)].map((path) => path.getAttribute('d') ?? '');
  /** Which way a triangle points: its first corner above or below the others. */
  const way = (path: string) => {
    const [tip = 0, other = 0] = [...path.matchAll(/[ML][\d.]+,([\d.]+)/g)].map(([, y]) => Number(y));
    return tip < other ? 'up' : 'down';
  };

  test('a special-cause point is a triangle that points its way, in the points and in the key', () => {
    expect(d(draw(spec(high), 'wide'), PURPLE).map(way)).toEqual(['up', 'up']);
    const low = [...series, point(7, 4, { cause: 'outside', side: 'low' })];
    expect(d(draw(spec(low), 'wide'), PURPLE).map(way)).toEqual(['down', 'down']);
    expect(d(draw(spec(series), 'wide'), PURPLE)).toEqual([]);
  });

  test('it is concern or improvement only where the measure has a good direction, and says so', () => {
    expect(d(draw(spec(high, { better: 'high' }), 'wide'), BLUE)).toHaveLength(2);
    expect(texts(spec(high, { better: 'high' }))).toContain('more than chance, high: an improvement');
    expect(d(draw(spec(high, { better: 'low' }), 'wide'), ORANGE)).toHaveLength(2);
    expect(texts(spec(high, { better: 'low' }))).toContain('more than chance, high: of concern');
    expect(texts(spec(high))).toContain('more than chance, high');
  });
});

describe('limits', () => {
  const dashed = (given: ControlSpec) => parts(draw(given, 'wide'), 'stroke-dasharray', '6 4', 'path');

  test('are parted where they start anew, with the reason in words', () => {
    expect(dashed(spec(series))).toBe(2);
    const rebased = series.map((each, i) => (i === 3 ? { ...each, rebased: 'new front door' } : each));
    expect(dashed(spec(rebased))).toBe(4);
    expect(said(spec(rebased))).toContain('Limits start anew: new front door');
  });

  test('run on over a withheld period where they are level, and stop there where they vary', () => {
    const gap = series.map((each, i) => (i === 2 ? point(3, 'c') : each));
    expect(dashed(spec(gap))).toBe(2);
    const vary = gap.map((each, i) => (isKnown(each.cell) ? { ...each, upper: 30 + i } : each));
    expect(dashed(spec(vary))).toBe(4);
  });

  test('of a run chart are not drawn: it has its median only', () => {
    const points = series.map(({ lower: _lower, upper: _upper, ...each }) => each);
    const given = spec(points, { limits: 'run' });
    expect(dashed(given)).toBe(0);
    expect(said(given)).toContain('Median 20.0');
    expect(said(given)).not.toContain('limit');
  });

  test('on trial are called so', () => {
    expect(said(spec(series, { trial: true }))).toContain('trial limits: they rest on fewer than 13 points');
    expect(said(spec(series))).not.toContain('trial');
  });
});

describe('withheld', () => {
  test('has no mark among the points, a hatched place below the axis, and its word', () => {
    const svg = draw(spec([...series, point(7, 'c')]), 'wide');
    expect(parts(svg, 'fill', FOCUS, 'circle')).toBe(6);
    expect(boxesIn(svg, 'url(#test-wide-withheld)')).toHaveLength(1);
    expect(wordsIn(svg).map(({ text }) => text)).toContain('withheld');
  });
});

describe('milestones', () => {
  const words = (on: string) => texts(spec(series, { milestones: [{ on, label: 'new system' }] }));

  test('between the first period and the last are named, others are not', () => {
    expect(words('2024-03-10')).toContain('New system');
    expect(words('2024-01-20')).toContain('New system');
    expect(words('2023-06-01')).not.toContain('New system');
    expect(words('2025-01-01')).not.toContain('New system');
  });
});

test('no shape is drawn for nothing', () => {
  expect(polygons([], { fill: PURPLE })).toEqual([]);
});

test('a chart of no periods says that nothing was supplied', () => {
  expect(texts(spec([]))).toEqual(['not supplied']);
});
