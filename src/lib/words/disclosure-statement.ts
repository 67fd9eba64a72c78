/** The statement of a release: what was done so that nobody can be identified, and what that cannot promise. */
import type { DisclosureRecord } from '#lib/domain/disclosure.ts';
import type { ProtectionSummary } from '#lib/disclosure/protect-bundle.ts';

/** A release that its publisher answers for. */
export interface ReleaseToState {
  readonly record: DisclosureRecord;
  /** SHA-256 of its files; a draft has none yet. */
  readonly hash?: string;
  readonly title: string;
  readonly publisher: string;
  readonly audience: 'public' | 'restricted';
  /**
   * How many were withheld for which reason: given for a draft that is signed off and never leaves the office, never for
   * a release, since it would help to work the withheld counts out.
   */
  readonly summary?: ProtectionSummary;
  /** Titles of the tables, for the ids of the record. */
  readonly tables?: readonly { readonly id: string; readonly title: string }[];
}

export interface StatementSection {
  readonly id: string;
  readonly heading: string;
  readonly sentences: readonly string[];
  /** Points of a list, under the sentences. */
  readonly points?: readonly string[];
  /** Rows of what and how many, under the sentences. */
  readonly rows?: readonly { readonly what: string; readonly value: string }[];
}

/** Plain sentences, for a page, for paper and for a terminal alike. */
export interface Statement {
  readonly title: string;
  /** Of what, by whom, for whom, when: one line each. */
  readonly about: readonly { readonly term: string; readonly text: string }[];
  readonly sections: readonly StatementSection[];
  /** The roles that sign: never a person’s name. */
  readonly signatories: readonly { readonly role: string; readonly signs: string }[];
}
