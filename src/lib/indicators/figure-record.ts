/** A figure as plain data for other programs. */
import { isWithheld } from '#lib/disclosure/may-say.ts';
import { isKnown, type Cell, type Flag, type Reason } from '#lib/domain/cell.ts';
import type { Mark } from '#lib/domain/mark.ts';
import type { Answer } from './answer.ts';
import type { Beside, Change, Figure } from './figure.ts';
import type { Trend } from './trend.ts';

/** `ok`, or why there is no value. */
export type FigureStatus = 'ok' | Reason;

interface Numbers {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: FigureStatus;
  readonly flags: readonly Flag[];
}

export interface FigureRecord extends Numbers {
  readonly id: string;
  readonly name: string;
  readonly counts: string;
  readonly area: string;
  readonly areaName: string;
  readonly period: string;
  readonly periodLabel: string;
  readonly unit: string;
  readonly decimals: number;
  readonly mark: Mark;
  /** Why this stands in for what the indicator means; absent where it does not. */
  readonly standIn?: string;
  readonly interval: {
    readonly method: string;
    readonly confidence: number;
    readonly designEffect: number;
  } | null;
  readonly state?: Answer['state'];
  readonly covered?: Answer['covered'];
  readonly parts?: readonly ({ readonly id: string; readonly name: string } & Numbers)[];
  readonly comparison: readonly object[] | null;
  readonly level: object | null;
  readonly trend: object | null;
  readonly change: object | null;
  readonly by?: {
    readonly dimension: string;
    readonly members: readonly ({ readonly id: string; readonly name: string } & Numbers)[];
  };
  readonly notes: readonly string[];
  readonly source: readonly string[];
  readonly vintage: readonly string[];
}

const of = (cell: Cell): number | null => (isKnown(cell) ? cell.value : null);

/** To twelve significant digits: what a computer adds behind them is not the figure. */
const exact = (value: number): number => Number(value.toPrecision(12));

/** A withheld value takes its parts with it: nothing is printed that it could be worked out from. */
function numbersOf({ numerator, denominator, value, ranges }: Answer): Numbers {
  if (!isKnown(value)) {
    const hidden = isWithheld(value);
    return {
      numerator: hidden ? null : of(numerator),
      denominator: hidden ? null : of(denominator),
      value: null,
      lower: null,
      upper: null,
      status: value.reason,
      flags: []
    };
  }
  return {
    numerator: of(numerator),
    denominator: of(denominator),
    value: exact(value.value),
    lower: ranges ? exact(ranges.at95.lower) : null,
    upper: ranges ? exact(ranges.at95.upper) : null,
    status: 'ok',
    flags: value.flags
  };
}

function besideOf({ id, name, value, withData, comparison, judgement }: Beside): object {
  return {
    with: id,
    name,
    value: isKnown(value) ? exact(value.value) : null,
    status: isKnown(value) ? 'ok' : value.reason,
    ...(withData === undefined ? {} : { withData }),
    verdict: judgement ? judgement.side : 'notCompared',
    ...(judgement?.judgement ? { judgement: judgement.judgement } : {}),
    ...(comparison ? { certainty: comparison.certainty, direction: comparison.direction } : {})
  };
}

function trendOf(trend: Trend): object {
  switch (trend.trend) {
    case 'tooFewPoints':
    case 'notDescribed':
      return trend;
    case 'increasing':
    case 'decreasing':
    case 'noChange':
      return {
        trend: trend.trend,
        slope: exact(trend.slope),
        chi2: exact(trend.chi2),
        stableSign: trend.stableSign
      };
  }
}

function changeOf({ from, usual, past }: Change): object {
  return {
    from: from.period,
    fromValue: isKnown(from.value) ? exact(from.value.value) : null,
    ...(usual ? { unusual: usual.unusual, asBigInHundred: usual.inHundred } : {}),
    ...(past ? { ownPast: past } : {})
  };
}

/**
 * The figure for a program: null with its reason in `status` where there is no number. Numbers are unrounded, which
 * gives no more away than rounded ones: each is worked out from counts that may be said themselves
 * (`disclosure/may-say.ts`). Where the value is withheld, so is everything it could be worked out from: parts, members,
 * range, comparison, level, trend, change.
 */
export function figureRecord(figure: Figure): FigureRecord {
  const { indicator, area, period, answer: own, by } = figure;
  const told = isKnown(own.value);
  const hidden = isWithheld(own.value);
  return {
    id: indicator.id,
    name: indicator.name,
    counts: indicator.subtitle,
    area: area.id,
    areaName: area.name,
    period: period.id,
    periodLabel: period.label,
    ...numbersOf(own),
    unit: indicator.unit,
    decimals: indicator.decimals,
    mark: indicator.mark,
    ...(indicator.standIn === undefined ? {} : { standIn: indicator.standIn }),
    interval: own.ranges
      ? { method: indicator.interval, confidence: 0.95, designEffect: exact(own.ranges.designEffect) }
      : null,
    ...(own.state ? { state: own.state } : {}),
    ...(own.covered ? { covered: own.covered } : {}),
    ...(own.parts && !hidden
      ? { parts: own.parts.map(({ id, name, result }) => ({ id, name, ...numbersOf(result) })) }
      : {}),
    comparison: told ? figure.beside.map(besideOf) : null,
    level: told && figure.level ? { ...figure.level } : null,
    trend: told ? trendOf(figure.trend) : null,
    change: told && figure.change ? changeOf(figure.change) : null,
    ...(by && !hidden
      ? {
          by: {
            dimension: by.dimension,
            members: by.members.map(({ member, answer }) => ({ ...member, ...numbersOf(answer) }))
          }
        }
      : {}),
    notes: indicator.caveats,
    source: figure.sources.map(({ publisher, title, edition }) => `${publisher}, ${title}, ${edition}`),
    vintage: figure.sources.map(({ vintage }) => vintage)
  };
}
