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
  /** Said where the figures are no longer those it was written on. */
  readonly changed?: string;
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

/** A figure behind a sentence, as it was shown. */
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
    | ({ readonly kind: 'statements'; readonly statements: readonly Statement[] } & Noted)
    /** Numbers set large beside their words. */
    | ({ readonly kind: 'numbers'; readonly figures: readonly Figure[] } & Noted)
    | { readonly kind: 'quote'; readonly quote: Quote }
    | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
    /** `rests`: what the sentences of a draft rest on, so that each can say when its figure has changed. */
    | { readonly kind: 'figure'; readonly figure: PackFigure; readonly rests?: readonly Resting[] }
    | { readonly kind: 'questions'; readonly questions: readonly Question[] }
    | { readonly kind: 'written'; readonly written: Written }
    /** Nothing is written where something has to be. */
    | { readonly kind: 'unwritten'; readonly ask: string; readonly required: boolean }
    /** What was asked for and is not there, with what would bring it. */
    | { readonly kind: 'absent'; readonly what: string; readonly remedy: string }
  );

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
  readonly standing?: Standing;
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
