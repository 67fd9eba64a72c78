/** Areas by how much they count, against what chance allows: in place of a league table. */
import { isKnown, known, type Cell } from '#lib/domain/cell.ts';
import { funnel, proportionLimits, rateLimits, type Funnel, type Position } from '#lib/stats/funnel.ts';
import { USUAL_PER } from '#lib/stats/rate.ts';
import { funnelSentences, positionText } from '#lib/words/funnel.ts';
import type { ChartSpec, Column, FunnelLimit, Role, TableModel } from './model.ts';

export type FunnelSpec = Extract<ChartSpec, { kind: 'funnel' }>;

/** x events of n; an area with either missing, or with n of none, has no place in a funnel. */
export interface FunnelInput {
  readonly id: string;
  readonly label: string;
  /** England and regions are made of these areas: they are a target, never a dot. */
  readonly role?: Exclude<Role, 'england' | 'region'>;
  readonly x: Cell;
  readonly n: Cell;
}

export interface FunnelMeasure {
  /** A share, shown as a percentage, or a rate for every `per` people. */
  readonly kind: 'proportion' | 'rate';
  readonly per?: number;
  readonly unit: string;
  readonly decimals: number;
  /** What n counts. */
  readonly sizeUnit: string;
  /** What x counts. */
  readonly eventUnit: string;
  /**
   * In the unit shown, with the words before its number; all areas shown unless told. A target that counts areas which
   * are withheld must be a published figure.
   */
  readonly target?: { readonly value: number; readonly label: string };
}

export interface FunnelChart {
  readonly spec: FunnelSpec;
  readonly table: TableModel;
  /** What the limits say of all areas, and whether plain ones mean anything. */
  readonly said: string;
  readonly plainLimits: Funnel['plainLimits'];
  /** Where the area in focus lies, by the limits drawn; undefined where none is in focus. */
  readonly focus: Position | undefined;
}

/** Enough for a smooth curve: closer together where limits are steep. */
const CURVE = 32;

function curve(
  sizes: readonly number[],
  limitsAt: (size: number, confidence: number) => { readonly lower: number; readonly upper: number }
): FunnelLimit[] {
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const count = least === most ? 1 : CURVE;
  return Array.from({ length: count }, (_, i) => {
    const size = least * (most / least) ** (count === 1 ? 0 : i / (count - 1));
    const [at95, at998] = [limitsAt(size, 0.95), limitsAt(size, 0.998)];
    return { size, lower95: at95.lower, upper95: at95.upper, lower998: at998.lower, upper998: at998.upper };
  });
}

/**
 * The funnel of all areas that have both figures, its table and what it says; undefined where none has. An area whose
 * figures are missing leaves no trace: not in the dots, the curves, a target worked out here, the counts or the table.
 * `listed` are the areas its table holds, beside those outside the 99.8% limits; all of them unless told. Throws for x
 * above n in a share.
 */
export function funnelChart(
  areas: readonly FunnelInput[],
  measure: FunnelMeasure,
  caption: string,
  listed?: ReadonlySet<string>
): FunnelChart | undefined {
  const { kind, per = USUAL_PER, unit, decimals, sizeUnit, eventUnit, target } = measure;
  const shown = areas
    .flatMap(({ id, label, role, x, n }) =>
      isKnown(x) && isKnown(n) && n.value > 0
        ? [{ id, label, x: x.value, n: n.value, ...(role === undefined ? {} : { role }) }]
        : []
    )
    .sort((a, b) => orderOf(a) - orderOf(b) || a.label.localeCompare(b.label, 'en-GB'));
  if (shown.length === 0) return undefined;
  const scale = kind === 'proportion' ? 100 : 1;
  const result = funnel(shown, {
    kind,
    per,
    ...(target === undefined ? {} : { target: target.value / scale })
  });
  const adjusted = result.plainLimits !== 'hold' && result.dispersion.tau2 > 0;
  const limitsAt = (n: number, confidence: number) => {
    const { lower, upper } = adjusted
      ? times(result.dispersion.adjustedLimits(n, confidence), kind === 'rate' ? per : 1)
      : kind === 'proportion'
        ? proportionLimits(result.target, n, confidence)
        : rateLimits(result.target, n, { per, confidence });
    return { lower: lower * scale, upper: upper * scale };
  };
  const positionAt = (index: number): Position => {
    const point = result.points[index];
    return (adjusted ? point?.adjustedPosition : point?.position) ?? 'inside';
  };
  const spec: FunnelSpec = {
    kind: 'funnel',
    unit,
    decimals,
    sizeUnit,
    target: target ?? { value: result.target * scale, label: 'All areas shown' },
    limits: curve(
      shown.map(({ n }) => n),
      limitsAt
    ),
    adjusted,
    areas: shown.map(({ id, label, n, role }, i) => ({
      id,
      label,
      ...(role === undefined ? {} : { role }),
      size: n,
      value: (result.points[i]?.value ?? NaN) * scale
    }))
  };
  const limit = (key: string, label: string): Column => ({ key, label, kind: 'number', decimals, unit });
  const table: TableModel = {
    caption,
    columns: [
      { key: 'area', label: 'Area', kind: 'text' },
      { key: 'size', label: sizeUnit, kind: 'number', decimals: 0 },
      { key: 'events', label: eventUnit, kind: 'number', decimals: 0 },
      { key: 'value', label: 'Figure', kind: 'number', decimals, unit },
      limit('lower998', 'Lower 99.8% limit'),
      limit('lower95', 'Lower 95% limit'),
      limit('upper95', 'Upper 95% limit'),
      limit('upper998', 'Upper 99.8% limit'),
      { key: 'says', label: adjusted ? 'Where it lies, limits widened' : 'Where it lies', kind: 'text' }
    ],
    rows: shown.flatMap(({ id, label, x, n }, i) => {
      const [at95, at998] = [limitsAt(n, 0.95), limitsAt(n, 0.998)];
      const position = positionAt(i);
      if (listed && !listed.has(id) && position !== 'below998' && position !== 'above998') return [];
      return {
        area: label,
        size: known(n),
        events: known(x),
        value: known((result.points[i]?.value ?? NaN) * scale),
        lower998: known(at998.lower),
        lower95: known(at95.lower),
        upper95: known(at95.upper),
        upper998: known(at998.upper),
        says: positionText(position)
      };
    })
  };
  return {
    spec,
    table,
    said: funnelSentences(result, adjusted),
    plainLimits: result.plainLimits,
    focus: shown.some(({ role }) => role === 'focus')
      ? positionAt(shown.findIndex(({ role }) => role === 'focus'))
      : undefined
  };
}

function times({ lower, upper }: { lower: number; upper: number }, factor: number) {
  return { lower: lower * factor, upper: upper * factor };
}

/** The area in focus first, then those named with it, then all others by name: never by rank. */
function orderOf({ role }: { readonly role?: FunnelInput['role'] }): number {
  if (role === undefined) return 3;
  return role === 'focus' ? 0 : role === 'neighbours' ? 2 : 1;
}
