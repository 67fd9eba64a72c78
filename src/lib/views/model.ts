/**
 * What a page says, with nothing left to work out: words, figures, charts and tables.
 * Views make it; charts, exports and components read it. Plain data, so that it can be tested and compared.
 */
import type { Cell } from '#lib/domain/cell.ts';
import type { Counted, Mark } from '#lib/domain/mark.ts';
import type { NationId } from '#lib/domain/nation.ts';
import type { Standing } from '#lib/domain/standing.ts';
import type { Compare, View, ViewPlace } from '#lib/selection/place.ts';
import type { ChartSpec } from './chart-spec.ts';

export type * from './chart-spec.ts';

/** What a page asks for the meeting at most. */
export const MOST_QUESTIONS = 3;

/** Numbers of notes in `ViewModel.notes`, shown as superscripts where they belong. */
export type NoteRefs = readonly number[];

/** What tells how actions stand, which is another every day. */
export interface Reckoned {
  /** ISO date of the day that it tells them of; absent where it tells of none. */
  readonly reckonedOn?: string;
}

/** One or two plain sentences about figures. */
export interface Statement extends Reckoned {
  readonly text: string;
  /** What of it is the same on every day, where it tells how actions stand on one, or what has passed by then. */
  readonly lasting?: string;
  /** Absent where a sentence holds no figure. */
  readonly mark?: Mark;
  /** The indicator it tells of, whose page says more. */
  readonly indicator?: string;
  readonly notes?: NoteRefs;
}

/** How far a number could move with nothing underlying changed, and what that lets us say. */
export interface Range {
  readonly lower: number;
  readonly upper: number;
  /** Ready for reading: `15.0 to 17.6`. */
  readonly text: string;
}

/** One number set large beside its words. */
export interface Figure {
  readonly id: string;
  readonly label: string;
  readonly cell: Cell;
  /** The number with its commas and decimals, or the reason why there is none. */
  readonly text: string;
  /** What it counts: `children on a plan`, `per 10,000 children`. */
  readonly unit: string;
  readonly range?: Range;
  /** `clearly below England`, `cannot tell from England`: words of the certainty rule. */
  readonly certainty?: string;
  readonly mark: Mark;
  /** The indicator it is of, whose page says more. */
  readonly indicator?: string;
  readonly notes?: NoteRefs;
}

export interface Column {
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'number';
  /** Decimal places of a number column. */
  readonly decimals?: number;
  /** The same row by row, where rows differ in it: for files. */
  readonly rowDecimals?: readonly number[];
  readonly unit?: string;
  /** Where it differs from the mark of the chart. */
  readonly mark?: Counted;
  /** What it says is another on every day, though no figure is: how an action stands. */
  readonly passing?: true;
}

/** The codes behind a column of words, row by row; empty where a word has none. */
export interface Codes {
  /** Of the column whose words they are. */
  readonly label: string;
  readonly ending: 'code' | 'date';
  readonly values: readonly string[];
}

export interface Fold {
  /** As the column `groupBy` names it. */
  readonly group: string;
  readonly open: boolean;
  /** Beside its name: how much is in it, and what of that to look at. */
  readonly says: string;
}

/** A row's first column is its header. Values are words or cells; a missing cell keeps its reason. */
export interface TableRows {
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, string | Cell>>[];
  /** By key of a column of words: for files, never shown. */
  readonly codes?: Readonly<Record<string, Codes>>;
}

export interface TableModel extends TableRows {
  readonly caption: string;
  /**
   * What files hold in the stead of columns and rows, where a page puts several numbers or words and numbers into one cell:
   * as many rows, in the same order, never shown.
   */
  readonly forFiles?: TableRows;
  /** For each row, the indicator it is of, whose page says more. */
  readonly indicators?: readonly (string | undefined)[];
  /** The column whose words, where they change, stand as a head over the rows that follow instead of in a column. */
  readonly groupBy?: string;
  /** Its groups, in order, where each is folded away by itself: whether it stands open, and what is in it. */
  readonly folds?: readonly Fold[];
}

/** A table as files hold it. */
export const inFiles = ({ forFiles, ...table }: TableModel): TableModel =>
  forFiles === undefined ? table : { ...table, ...forFiles };

/** Figures of another place than their page is of. */
export interface Elsewhere {
  /** `England: 44 families in Ofsted’s thematic inspection, 2014`. */
  readonly area: string;
  /** The years in which they were published. */
  readonly vintage: string;
}

/** A table with its message and where its figures come from: behind a chart, or by itself. */
export interface TableFigure extends Reckoned {
  readonly id: string;
  /** The message, made from the figures. */
  readonly title: string;
  readonly mark: Mark;
  /** All that its rows count, the strongest first, where the mark alone would not say it; empty where nothing tells. */
  readonly counts?: readonly Counted[];
  readonly table: TableModel;
  readonly notes?: NoteRefs;
  /** The dates its figures cover: `31 March 2024`, `year to 31 March 2024`, `31 March 2013 to 31 March 2024`. */
  readonly covers: string;
  /** The sources its figures come from. */
  readonly sources: readonly string[];
  /** Whose its figures are, where they are none of the area that the page is of. */
  readonly elsewhere?: Elsewhere;
  /** File name of the download, without its ending. */
  readonly file: string;
}

export interface ChartModel extends TableFigure {
  /** The indicator it draws, whose page says more. */
  readonly indicator?: string;
  /** What, where, when. */
  readonly subtitle: string;
  /** The same message and the main figures for a reader who does not see the chart. */
  readonly description: string;
  readonly spec: ChartSpec;
}

/** Whether it is drawn, and no table alone. */
export function isChart(figure: ChartModel | TableFigure): figure is ChartModel {
  return 'spec' in figure;
}

/** A question for the meeting, triggered by a named figure. */
export interface Question extends Reckoned {
  readonly id: string;
  readonly ask: string;
  /** The figure that raised it, in words; empty for a question that an indicator always raises. */
  readonly because: string;
  readonly who: string;
  readonly evidence: string;
}

/** What something is called here, and what there is to say of it. */
export interface Fact {
  readonly term: string;
  readonly text: string;
}

/** Words of a source document, exactly as they stand there. */
export interface Quote {
  readonly text: string;
  readonly source: string;
}

export interface Slot {
  readonly id: string;
  readonly heading: string;
  readonly statements: readonly Statement[];
  readonly figures: readonly Figure[];
  readonly charts: readonly ChartModel[];
  /** Tables that stand for themselves, with no chart before them. */
  readonly tables?: readonly TableFigure[];
  /** A list of facts that are not figures. */
  readonly facts?: readonly Fact[];
  readonly quote?: Quote;
  /** What is not known here, and what to supply to know it. */
  readonly notSupplied?: { readonly what: string; readonly remedy: string };
}

export interface SourceLine {
  readonly id: string;
  readonly text: string;
  readonly url?: string;
}

export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** What a page says that is worked out from an earlier edition, because its link asks for that. */
export interface EarlierEdition {
  /** As the link names it. */
  readonly vintage: string;
  /** Which edition this is, and that a newer one exists. */
  readonly text: string;
  /** The same page of the newer edition; absent where that has no such page. */
  readonly newer?: { readonly text: string; readonly place: ViewPlace };
  /** Whether what is shown was revised since, first in a sentence and then figure by figure. */
  readonly revised: { readonly text: string; readonly figures: readonly string[] };
}

/** Everything one page shows for one selection. */
export interface ViewModel {
  readonly view: View;
  /** For the view `indicator`: which one, as addresses spell it. */
  readonly indicator?: string;
  /** The nation whose words it is said in, where that is another than England. */
  readonly nation?: NationId;
  readonly area: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly kind: string;
    /** Its official code, where it has one. */
    readonly code?: string;
  };
  readonly period: { readonly id: string; readonly label: string; readonly end: string };
  readonly compare: { readonly id: Compare; readonly label: string };
  /** What the reader may choose here; a control is shown only where there is a choice. */
  readonly choices: { readonly periods: readonly Choice[]; readonly compares: readonly Choice[] };
  readonly title: string;
  /** `Position at 31 March 2024`. Its age in months is added when it is read. */
  readonly position: string;
  readonly edition: string;
  readonly vintage: string;
  /** Licence of the figures, for downloads. */
  readonly licence?: string;
  /** A newer release the bundle knows of. */
  readonly newer?: string;
  /** Absent where the page is of the figures that the site shows otherwise. */
  readonly earlier?: EarlierEdition;
  readonly headline: Statement;
  readonly slots: readonly Slot[];
  /** At most `MOST_QUESTIONS`. */
  readonly questions: readonly Question[];
  readonly notes: readonly { readonly number: number; readonly text: string }[];
  readonly sources: readonly SourceLine[];
  /** For an area that no longer exists: where its figures go on. */
  readonly successors: readonly { readonly slug: string; readonly name: string }[];
  readonly predecessors: readonly { readonly slug: string; readonly name: string }[];
  /** For whom the figures are and whether they are made up; absent where nothing has to be said of that. */
  readonly standing?: Standing;
  /** Said at the top of the page: an area without a return, and the like. */
  readonly notices: readonly string[];
}
