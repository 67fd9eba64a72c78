/** A yearly report’s text under one heading, as it is drafted from the figures. */
import type { Feed } from '#lib/domain/indicator.ts';
import type { Mark } from '#lib/domain/mark.ts';
import type { Statement, ViewModel } from '../model.ts';

/** A sentence of a page that says a figure: what a drafted sentence rests on. */
export interface Rest {
  readonly indicator?: string;
  /** The name of the indicator or else of the slot. */
  readonly what: string;
  /** Whose it is, where it is not that of the area the report is of. */
  readonly area?: string;
  /** The sentence itself. */
  readonly shown: string;
  /** The date or time it is of. */
  readonly when: string;
  readonly mark: Mark;
}

export interface DraftSentence {
  readonly said: Statement;
  /** The page whose notes it calls. */
  readonly from: ViewModel;
  readonly figures: readonly Rest[];
}

/** A kind of evidence of which nothing is held. */
export interface Lack {
  readonly about: string;
  /** What would bring it: systems that figures come from, or else in words. */
  readonly feeds: readonly Feed[];
  readonly supply?: string;
}

export interface AnnualDraft {
  readonly id: string;
  readonly heading: string;
  readonly must: string;
  readonly source: string;
  readonly sentences: readonly DraftSentence[];
  readonly lacking: readonly Lack[];
  /** Figures asked for that are withheld, by name. */
  readonly withheld: readonly string[];
  /** Said where somebody has to answer before the report is complete. */
  readonly unanswered?: string;
}

/** What one kind of evidence gives. */
export interface Found {
  readonly sentences: readonly DraftSentence[];
  readonly withheld: readonly string[];
}

export const NOTHING: Found = { sentences: [], withheld: [] };
