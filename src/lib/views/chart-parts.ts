/** What the kinds of chart are made of: series, rows, areas and the notes beside them. */
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
  /** What an audit of plans drawn at random would come to among all of them: a range, in children. */
  readonly audited?: AuditedMark;
}

export interface AuditedMark {
  readonly lower: number;
  readonly middle: number;
  readonly upper: number;
  /** `455 to 531 of 672`. */
  readonly text: string;
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
  /** What should not be met: its label says so, and the key says what a dark shade is. */
  readonly fewerIsBetter?: boolean;
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
