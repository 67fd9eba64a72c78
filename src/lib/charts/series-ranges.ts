import * as Plot from '@observablehq/plot';
import { isKnown, known } from '#lib/domain/cell.ts';
import type { Series } from '#lib/views/model.ts';
import { sentence } from '#lib/words/number.ts';
import { BAND_OPACITY, RANGE_OPACITY, STYLES, WHITE } from './palette.ts';
import type { SeriesSpec } from './series-layout.ts';
import { alone, breaksOf, pieces, rangedPieces, type Dot } from './series-pieces.ts';

/** A tint along the line, an upright at a point alone; uprights throughout where a band has the tint already. */
export function ranges(series: Series, dots: readonly Dot[], banded: boolean): Plot.Markish[] {
  const ranged = rangedPieces(dots);
  if (ranged.length === 0) return [];
  const { mark } = STYLES[series.role];
  const upright = banded && series.role === 'focus';
  const area = { x: 'year', y1: 'lower', y2: 'upper', z: 'piece' } as const;
  const tint = Plot.areaY(ranged, { ...area, fill: mark, fillOpacity: RANGE_OPACITY });
  return [
    ...(upright ? [] : [tint]),
    Plot.ruleX(upright ? ranged : ranged.filter((dot) => alone(dot, ranged)), {
      x: 'year',
      y1: 'lower',
      y2: 'upper',
      stroke: mark,
      strokeWidth: 1.5
    })
  ];
}

/** Neglect up to neglect and multiple, of the area's own years; parted where its line is. */
export function band(spec: SeriesSpec): Plot.Markish[] {
  const own = spec.series.find(({ role }) => role === 'focus') ?? { id: '', role: 'focus' as const };
  const both = (spec.band?.points ?? []).flatMap(({ year, lower, upper }) =>
    isKnown(lower) && isKnown(upper) ? [{ year, cell: upper, lower: lower.value, upper: upper.value }] : []
  );
  const dots = pieces(both, breaksOf(own, spec.breaks));
  if (dots.length === 0) return [];
  const { mark } = STYLES.focus;
  const lone = dots.filter((dot) => alone(dot, dots));
  return [
    Plot.ruleX(lone, {
      x: 'year',
      y1: 'lower',
      y2: 'upper',
      stroke: mark,
      strokeWidth: 8,
      strokeOpacity: BAND_OPACITY
    }),
    Plot.areaY(dots, {
      x: 'year',
      y1: 'lower',
      y2: 'upper',
      z: 'piece',
      fill: mark,
      fillOpacity: BAND_OPACITY
    }),
    Plot.line(dots, { x: 'year', y: 'upper', z: 'piece', stroke: mark, strokeWidth: 1.25 }),
    Plot.dot([...lone, ...dots.slice(-1)], {
      x: 'year',
      y: 'upper',
      r: 3,
      fill: WHITE,
      stroke: mark,
      strokeWidth: 1.5
    })
  ];
}

/** Years in which the area's own figure is known and the upper edge of its band is not, as a series that says why. */
export function edgeOf({ band }: SeriesSpec, [first, last]: readonly [number, number]): Series[] {
  const hidden = (band?.points ?? []).filter(({ lower, upper }) => isKnown(lower) && !isKnown(upper));
  if (band === undefined || hidden.length === 0) return [];
  const points = Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i;
    return { year, cell: hidden.find((point) => point.year === year)?.upper ?? known(0) };
  });
  return [{ id: 'band', name: sentence(band.name), role: 'second', points }];
}

/** How ranges are drawn, in words; a band takes the tint of the area's own. */
export function rangeNote({ series, band }: SeriesSpec, single: boolean): string {
  const ranged = series.filter(({ points }) => points.some(({ upper }) => upper !== undefined));
  if (ranged.length === 0) return '';
  if (single) return '; the upright line shows the range';
  const upright = band !== undefined && ranged.some(({ role }) => role === 'focus');
  if (!upright) return '; shading shows the range';
  return ranged.length > 1 ? '; upright lines and shading show ranges' : '; upright lines show the range';
}
