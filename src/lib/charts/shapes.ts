import * as Plot from '@observablehq/plot';
import { at } from './marks.ts';

export type Corner = readonly [x: number, y: number];

export interface ShapeStyle {
  readonly fill?: string;
  readonly fillOpacity?: number;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly strokeDasharray?: string;
  readonly strokeLinecap?: 'round';
}

const ATTRIBUTES = {
  fill: 'fill',
  fillOpacity: 'fill-opacity',
  stroke: 'stroke',
  strokeWidth: 'stroke-width',
  strokeDasharray: 'stroke-dasharray',
  strokeLinecap: 'stroke-linecap'
} as const;

const KEYS = ['fill', 'fillOpacity', 'stroke', 'strokeWidth', 'strokeDasharray', 'strokeLinecap'] as const;

function drawn(paths: readonly string[], style: ShapeStyle): Plot.Markish[] {
  if (paths.length === 0) return [];
  const render: Plot.RenderFunction = (_index, _scales, _values, _dimensions, context) => {
    const make = (name: string) => context.document.createElementNS('http://www.w3.org/2000/svg', name);
    const group = make('g');
    group.setAttribute('fill', 'none');
    group.setAttribute('stroke-linejoin', 'round');
    for (const key of KEYS)
      if (style[key] !== undefined) group.setAttribute(ATTRIBUTES[key], String(style[key]));
    for (const d of paths) {
      const path = make('path');
      path.setAttribute('d', d);
      group.append(path);
    }
    return group;
  };
  return [render];
}

const through = (corners: readonly Corner[]) => `M${corners.map(([x, y]) => `${x},${y}`).join('L')}`;

/** Closed shapes in the units of the drawing. */
export function polygons(shapes: readonly (readonly Corner[])[], style: ShapeStyle): Plot.Markish[] {
  return drawn(
    shapes.map((corners) => `${through(corners)}Z`),
    style
  );
}

/** Open lines in the units of the drawing. */
export function polylines(lines: readonly (readonly Corner[])[], style: ShapeStyle): Plot.Markish[] {
  return drawn(lines.filter(({ length }) => length > 1).map(through), style);
}

/** Many small dots as one path, to the nearest unit: a hundred and fifty circles would outweigh the page they stand on. */
export function specks(centres: readonly Corner[], r: number, colour: string): Plot.Markish[] {
  const whole = centres.map(([x, y]): Corner => [Math.round(x), Math.round(y)]).sort(([a], [b]) => a - b);
  const steps = whole.map(([x, y], i) => {
    const [fromX, fromY] = whole[i - 1] ?? [0, 0];
    return `m${x - fromX},${y - fromY}h0`;
  });
  return drawn(steps.length === 0 ? [] : [steps.join('')], {
    stroke: colour,
    strokeWidth: 2 * r,
    strokeLinecap: 'round'
  });
}

export function discs(centres: readonly Corner[], r: number, style: ShapeStyle): Plot.Markish[] {
  if (centres.length === 0) return [];
  return [
    Plot.dot(centres, { x: at<Corner>(([x]) => x), y: at<Corner>(([, y]) => y), r, fill: 'none', ...style })
  ];
}

/** A triangle that points up (high) or down (low). */
export function triangle([x, y]: Corner, r: number, side: 'high' | 'low'): Corner[] {
  const up = side === 'high' ? -1 : 1;
  return [
    [x, y + up * r * 1.15],
    [x + r * 1.1, y - up * r * 0.8],
    [x - r * 1.1, y - up * r * 0.8]
  ];
}

export function diamond([x, y]: Corner, r: number): Corner[] {
  return [
    [x, y - r],
    [x + r, y],
    [x, y + r],
    [x - r, y]
  ];
}

export function square([x, y]: Corner, r: number): Corner[] {
  return [
    [x - r, y - r],
    [x + r, y - r],
    [x + r, y + r],
    [x - r, y + r]
  ];
}

export function octagon([x, y]: Corner, r: number): Corner[] {
  const cut = r * 0.42;
  return [
    [x - cut, y - r],
    [x + cut, y - r],
    [x + r, y - cut],
    [x + r, y + cut],
    [x + cut, y + r],
    [x - cut, y + r],
    [x - r, y + cut],
    [x - r, y - cut]
  ];
}
