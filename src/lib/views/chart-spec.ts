/** What a chart is to show, before anything is drawn: plain data that a test can compare. */
import type { Cell } from '#lib/domain/cell.ts';

/** Who a series or a mark belongs to; decides its colour, stroke and order. */
export type Role = 'focus' | 'england' | 'region' | 'neighbours' | 'second' | 'third' | 'fourth';

export interface Point {
  /** Reporting year, placed at its last day. */
  readonly year: number;
  readonly cell: Cell;
  readonly lower?: number;
  readonly upper?: number;
}

export interface Series {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly points: readonly Point[];
}

/** Neglect drawn as a line, with a band up to neglect and multiple. */
export interface BandPoint {
  readonly year: number;
  readonly lower: Cell;
  readonly upper: Cell;
}

/** A year at which a series cannot be compared with the one before. */
export interface Break {
  readonly year: number;
  readonly label: string;
  /** Ids of the series it parts; absent means all of the area's own, comparators running on. */
  readonly series?: readonly string[];
}

export interface Rung {
  readonly id: string;
  readonly label: string;
  readonly all: Cell;
  readonly allText: string;
  /** Missing as `notSupplied` where nobody publishes it: drawn hollow. */
  readonly neglect: Cell;
  readonly neglectText: string;
  /** On the ladder, or a total shown above it. */
  readonly place: 'rung' | 'above';
}

export interface Row {
  readonly id: string;
  readonly label: string;
  /** Of bars: said once above the rows that follow one another with it. */
  readonly group?: string;
  readonly role: Role;
  readonly cell: Cell;
  /** The number as it should be printed at the mark. */
  readonly text: string;
  readonly lower?: number;
  readonly upper?: number;
  /** Of bars: the value of what the spec names `beside`, marked on the row. */
  readonly beside?: number;
}

/** n of all plans, in nested marks on one line: certain, recorded, possible. */
export interface NestedRow {
  readonly id: string;
  readonly label: string;
  readonly role: Role;
  readonly total: Cell;
  readonly certain: Cell;
  /** Certain plus plans whose record shows neglect; absent from published figures. */
  readonly recorded: Cell;
  readonly possible: Cell;
  readonly certainText: string;
  readonly recordedText: string;
  readonly possibleText: string;
}

/** A rule at a date with its text: a new system, a strategy, a change of recording. */
export interface DatedNote {
  /** ISO date. */
  readonly on: string;
  readonly label: string;
}

export type SpecialCause = 'none' | 'outside' | 'trend' | 'twoInThree' | 'shift';

/** A point of a control or run chart. Its lines are absent where its value is. */
export interface ControlPoint {
  /** Last day of its period, ISO. */
  readonly end: string;
  /** `Q3 2024`, `November 2023`. */
  readonly label: string;
  readonly cell: Cell;
  /** The mean of its segment, or the median of a run chart. */
  readonly centre?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly cause: SpecialCause;
  /** Which way a special cause points. */
  readonly side?: 'high' | 'low';
  /** Starts a new segment, and why. */
  readonly rebased?: string;
}

/** NHS Making Data Count: what kind of variation the last point shows. */
export type VariationIcon =
  | 'common'
  | 'concernHigh'
  | 'concernLow'
  | 'improvementHigh'
  | 'improvementLow'
  | 'neutralHigh'
  | 'neutralLow';

/** NHS Making Data Count: whether the process will meet its target; `none` without a target or a direction. */
export type AssuranceIcon = 'pass' | 'fail' | 'hitAndMiss' | 'none';

export interface FunnelLimit {
  readonly size: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
}

export interface FunnelArea {
  readonly id: string;
  readonly label: string;
  /** Absent for every other authority: a plain unnamed dot. */
  readonly role?: Role;
  readonly size: number;
  readonly value: number;
}

/** A standard's row: one place for each column, empty where the round did not ask it. */
export interface HeatRow {
  readonly id: string;
  readonly label: string;
  readonly places: readonly HeatPlace[];
}

export interface HeatPlace {
  readonly column: string;
  readonly n: Cell;
  readonly of: Cell;
  /** `27 of 44` or the reason why there is none. */
  readonly text: string;
  /** 0 to 1; absent where N is too small to carry a share, or where n or N is missing. */
  readonly share?: number;
  /** Not the same question, scale, sampling or tier as the column before: drawn with a rule between. */
  readonly breaks?: boolean;
}

/** A movement from one tier of help to another. */
export interface FlowMove {
  readonly id: string;
  /** Ids of tiers. */
  readonly from: string;
  readonly to: string;
  readonly cell: Cell;
  /** `345 children`, or the reason why there is no count. */
  readonly text: string;
}

/** One bar of a pyramid, and the same of the comparator as a dashed mark. */
export interface PyramidBar {
  readonly cell: Cell;
  /** The number as it should be printed at the bar. */
  readonly text: string;
  readonly lower?: number;
  readonly upper?: number;
  readonly behind?: Cell;
}

/** A band of age with a bar for each side. */
export interface PyramidRow {
  readonly id: string;
  readonly label: string;
  readonly bars: readonly PyramidBar[];
}

/** What is there of one source: a count, or in which of the ways that must never look alike there is none. */
export type RecordState =
  'recorded' | 'none' | 'withheld' | 'notSubmitted' | 'noCode' | 'notExpected' | 'notSupplied';

export interface StateRow {
  readonly id: string;
  readonly label: string;
  /** Said once for the rows that follow one another with it. */
  readonly group?: string;
  /** `text` is the count, or the state in words. */
  readonly places: readonly { readonly column: string; readonly state: RecordState; readonly text: string }[];
}

/** An area as one tile of a map on which all are of one size. */
export interface Tile {
  readonly id: string;
  readonly label: string;
  readonly column: number;
  readonly row: number;
  readonly cell: Cell;
  readonly focus: boolean;
}

export interface Panel {
  readonly id: string;
  readonly label: string;
  readonly points: readonly Point[];
  /** The same member for the comparator, drawn behind. */
  readonly behind?: readonly Point[];
  /** The latest value as it should be printed. */
  readonly text: string;
}

export type ChartSpec =
  /** Tiers of help, each with all children and, of them, those with neglect recorded. Never stacked. */
  | { readonly kind: 'ladder'; readonly unit: string; readonly rungs: readonly Rung[] }
  /** Shares of all plans on one 0 to 100 line per row. */
  | { readonly kind: 'nested'; readonly unit: string; readonly rows: readonly NestedRow[] }
  /** Lines over years, at most four series, with breaks and an optional band on the focus series. */
  | {
      readonly kind: 'series';
      readonly unit: string;
      readonly decimals: number;
      readonly series: readonly Series[];
      readonly band?: { readonly name: string; readonly points: readonly BandPoint[] };
      readonly breaks: readonly Break[];
      /** The reporting year the page is about; marked where it is not the last one drawn. */
      readonly at?: number;
      /** Notes on years such as the pandemic, drawn as a thin rule with its text. */
      readonly milestones: readonly Break[];
    }
  /** One value per row from a common zero, with ranges as whiskers. */
  | {
      readonly kind: 'bars';
      readonly unit: string;
      readonly decimals: number;
      readonly rows: readonly Row[];
      /** Whose value is marked across each row that has one. */
      readonly beside?: { readonly name: string; readonly role: Role };
    }
  /** The focus among every authority: each a thin tick, with England and the median of similar areas named. */
  | {
      readonly kind: 'strip';
      readonly unit: string;
      readonly decimals: number;
      readonly rows: readonly Row[];
      /** Values of all authorities with data, unnamed. */
      readonly others: readonly number[];
      /** A quarter, half and three quarters of all authorities lie below these. */
      readonly quartiles?: { readonly lower: number; readonly median: number; readonly upper: number };
      /** Values of the area's statistical neighbours, unnamed. */
      readonly similar?: readonly number[];
    }
  /** One local series against its own limits (`limits: control`), or its own median (`limits: run`). */
  | {
      readonly kind: 'control';
      readonly limits: 'control' | 'run';
      readonly unit: string;
      readonly decimals: number;
      readonly points: readonly ControlPoint[];
      /** Which way is good; absent for every volume of neglect, where neither is. */
      readonly better?: 'high' | 'low';
      readonly variation: VariationIcon;
      readonly assurance: AssuranceIcon;
      readonly target?: { readonly value: number; readonly label: string };
      /** Fewer points than settled limits need: said in the drawing. */
      readonly trial: boolean;
      readonly milestones: readonly DatedNote[];
    }
  /** Every area by how much it counts, against what chance allows around one value. */
  | {
      readonly kind: 'funnel';
      readonly unit: string;
      readonly decimals: number;
      /** What the horizontal axis counts: `assessments with any factor recorded`. */
      readonly sizeUnit: string;
      readonly target: { readonly value: number; readonly label: string };
      /** Limits by size, smallest first, for drawing as curves; `adjusted` for over-dispersion. */
      readonly limits: readonly FunnelLimit[];
      readonly adjusted: boolean;
      readonly areas: readonly FunnelArea[];
    }
  /** Standards down, rounds across: n of N in each, shaded by the share only where N carries one. */
  | {
      readonly kind: 'heat';
      readonly columns: readonly { readonly id: string; readonly label: string }[];
      readonly rows: readonly HeatRow[];
      /** What the shade says: `share of audits that met the standard`. */
      readonly shade: string;
    }
  /** From one area's value to another's, in steps that add up exactly. */
  | {
      readonly kind: 'waterfall';
      readonly unit: string;
      readonly decimals: number;
      readonly from: { readonly label: string; readonly value: number; readonly role: Role };
      readonly steps: readonly { readonly id: string; readonly label: string; readonly change: number }[];
      readonly to: { readonly label: string; readonly value: number; readonly role: Role };
    }
  /** Movements between tiers, each an arrow as wide as its count, those up apart from those down. */
  | {
      readonly kind: 'flow';
      readonly unit: string;
      /** From least help to most. */
      readonly tiers: readonly { readonly id: string; readonly label: string }[];
      readonly moves: readonly FlowMove[];
    }
  /** Bands of age down: two sides (girls left, boys right), or one. All bars on one scale, never stacked. */
  | {
      readonly kind: 'pyramid';
      readonly unit: string;
      readonly decimals: number;
      readonly sides: readonly { readonly id: string; readonly name: string }[];
      readonly rows: readonly PyramidRow[];
      /** Whose the dashed marks are: `at England’s rate`. */
      readonly behind?: { readonly name: string; readonly role: Role };
    }
  /** From whom how much is recorded, or why nothing is, by year or by area. */
  | {
      readonly kind: 'states';
      readonly columns: readonly { readonly id: string; readonly label: string }[];
      readonly rows: readonly StateRow[];
      /** Whether equal states side by side are drawn as one, as years of one area are. */
      readonly joined: boolean;
    }
  /** Areas where they lie, each a tile of one size, shaded by the step in which its value is. */
  | {
      readonly kind: 'tiles';
      readonly unit: string;
      readonly decimals: number;
      /** Four values that part five steps of shade. */
      readonly steps: readonly number[];
      readonly tiles: readonly Tile[];
    }
  /** One small panel for each member of a dimension, all on the same scale. */
  | {
      readonly kind: 'multiples';
      readonly unit: string;
      readonly decimals: number;
      readonly panels: readonly Panel[];
      /** Who the lines behind are: `England`. */
      readonly behind?: { readonly name: string; readonly role: Role };
      readonly milestones: readonly Break[];
      /** Years whose points are not joined to those of the year before. */
      readonly breaks?: readonly Break[];
    };

export type ChartKind = ChartSpec['kind'];
