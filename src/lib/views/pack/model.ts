/** What a pack says, with nothing left to work out. Made by `views/pack/pack.ts`; every export and the report page read it. */
import type { Standing } from '#lib/domain/standing.ts';
import type { Provenance } from '../provenance-of.ts';
import type {
  ChartModel,
  Fact,
  Figure,
  Question,
  Quote,
  SourceLine,
  Statement,
  TableFigure
} from '../model.ts';

/** Words that somebody wrote, with their role and date. */
export interface Written {
  readonly role: string;
  /** ISO date. */
  readonly date: string;
  /** Markdown. */
  readonly text: string;
  /** Said where those figures were restricted or made up, or nobody knows, and the figures here are not. */
  readonly basis?: string;
  /** Said where the figures are no longer those it was written on. */
  readonly changed?: string;
  /** What each figure was and is now, where that is known: for whoever edits, not for the paper. */
  readonly changes?: readonly string[];
  /** What must be said of the figures that it was written on; restricted too where nobody knows what those were. */
  readonly on: Standing;
}

/** A note, numbered through the whole pack: one text has one number, and stands with everything that calls it. */
export interface PackNote {
  readonly number: number;
  readonly text: string;
}

/** One chart or table of a pack. */
export interface PackFigure {
  /** Counted through the pack: `Figure 3`. */
  readonly number: number;
  /** Its own id is unique in the pack, and its numbers of notes are those of `notes`. */
  readonly drawn: ChartModel | TableFigure;
  readonly provenance: Provenance;
  readonly notes: readonly PackNote[];
  /** What was chosen for it: area, date, comparison. */
  readonly filters: string;
  /** How to cite it, in one sentence. */
  readonly cite: string;
  /** Where exactly this stands; absent for figures that only this machine holds. */
  readonly link?: string;
}

/** A sentence that was drafted from figures, as it was. */
export interface Resting {
  readonly what: string;
  readonly shown: string;
  readonly when: string;
}

interface Part {
  /** The id of the part of the pack that it came from. */
  readonly part: string;
}

interface Noted {
  readonly notes: readonly PackNote[];
}

/** What stands in a pack, in order. */
export type PackBlock = Part &
  (
    | { readonly kind: 'heading'; readonly text: string; readonly anchor: string }
    | { readonly kind: 'subheading'; readonly text: string; readonly anchor: string }
    | { readonly kind: 'position'; readonly text: string; readonly notices: readonly string[] }
    | ({ readonly kind: 'headline'; readonly statement: Statement } & Noted)
    /**
     * `again`: sentences that were said before in the pack, which are not said twice. Of sentences drafted from figures:
     * `rests`, so that it can be said when one has changed, and whose figures they are.
     */
    | ({
        readonly kind: 'statements';
        readonly statements: readonly Statement[];
        readonly again?: readonly Statement[];
        readonly rests?: readonly Resting[];
        readonly sources?: readonly string[];
      } & Noted)
    /** Numbers set large beside their words. */
    | ({ readonly kind: 'numbers'; readonly figures: readonly Figure[] } & Noted)
    | { readonly kind: 'quote'; readonly quote: Quote }
    | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
    /** `rests`: of the table of drafted sentences in whose place words stand. */
    | { readonly kind: 'figure'; readonly figure: PackFigure; readonly rests?: readonly Resting[] }
    /** A figure that stands in the pack already. */
    | { readonly kind: 'again'; readonly figure: PackFigure }
    /** `about`: the page that raised them, where a pack holds the questions of several. */
    | { readonly kind: 'questions'; readonly questions: readonly Question[]; readonly about?: string }
    | { readonly kind: 'written'; readonly written: Written }
    /** Nothing is written where something has to be: what whoever edits is asked for, and what a reader is told. */
    | { readonly kind: 'unwritten'; readonly ask: string; readonly lacks: string; readonly required: boolean }
    /** What was asked for and is not there, where it could come from, and what whoever edits can do about it. */
    | { readonly kind: 'absent'; readonly what: string; readonly remedy: string; readonly todo?: string }
  );

/** Whether it is restricted for what is written in it alone. */
export const isByWords = ({ standing, shown }: Pick<PackModel, 'standing' | 'shown'>): boolean =>
  standing?.restricted === true && !shown.restricted;

export interface PackModel {
  readonly id: string;
  readonly title: string;
  readonly occasion: string;
  /** The areas that it tells of. */
  readonly areas: readonly string[];
  /** `Position at 31 March 2024`, of each page it takes figures from, each once. */
  readonly positions: readonly string[];
  /** ISO date on which it was put together. */
  readonly made: string;
  /** Of its figures and of those that its words were written on. */
  readonly standing?: Standing;
  /** Of the figures that it shows, whatever its words were written on. */
  readonly shown: Standing;
  /** Whether a list of contents stands at its head. */
  readonly contents: boolean;
  readonly blocks: readonly PackBlock[];
  readonly sources: readonly SourceLine[];
  readonly licence: string;
  /** How its figures are counted and compared, in sentences. */
  readonly methods: readonly Fact[];
  /** Parts that have to be written and are not. */
  readonly unwritten: readonly string[];
}
