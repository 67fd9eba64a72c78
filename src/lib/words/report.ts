/** Words of the page on which a pack is put together. */
import { inWords, number } from './number.ts';
import type { PackPartKind } from '#lib/domain/pack.ts';

const PARTS: Readonly<Record<PackPartKind, string>> = {
  heading: 'Heading',
  text: 'Words',
  headline: 'The headline',
  figure: 'A figure',
  slot: 'Everything under a heading',
  questions: 'Questions to ask',
  actions: 'Actions and decisions carried',
  draft: 'Drafted from the figures'
};

export const partWords = (kind: PackPartKind): string => PARTS[kind];

const count = (number: number, one: string, more: string): string =>
  `${String(number)} ${number === 1 ? one : more}`;

/** `2 parts must still be written.`; empty where nothing is left to do. */
export const unwrittenText = (parts: number): string =>
  parts === 0 ? '' : `${count(parts, 'part', 'parts')} must still be written.`;

export const changedText = (parts: number): string =>
  parts === 0
    ? ''
    : `Figures changed since ${count(parts, 'part was', 'parts were')} written about. Look at ${parts === 1 ? 'it' : 'them'} again.`;

/** `21 figures on 7 pages of the site`, while they are worked out and after. */
export const workText = (page: string, at: number, of: number): string =>
  `Working out page ${String(at)} of ${String(of)}: ${page}.`;

export const UNLOADED = 'These figures are among figures that somebody loaded. They are not loaded here.';

/** A name for a file, out of a title. */
export function fileFrom(title: string): string {
  const name = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return name === '' ? 'report' : name;
}

/** What a text seems to hold that must not be in it, in sentences. */
export const PERSON_NAMED =
  'It seems to name somebody. Write a role instead, unless it is the title of a published report.';
export const holdsText = (kind: string): string =>
  `It seems to hold ${kind}. Take it out: whoever gets the pack can read it.`;

/** Said where more was typed than one part holds. */
export const tooLongText = (over: number): string =>
  `A part holds 20,000 letters. The last ${number(over)} that you typed or pasted are not kept: put them in a part of their own.`;

/** Said beside an empty box while drafted sentences stand. */
export const draftStandsText = (sentences: number): string =>
  sentences === 1
    ? 'The drafted sentence stands until you write. Your words take the place of the draft: write on from it, or leave the box empty and it stays.'
    : `The ${inWords(sentences)} drafted sentences stand until you write. Your words take the place of the draft: write on from them, or leave the box empty and they stay.`;

/** Said beside a box whose words stand in the place of a draft. */
export const DRAFT_REPLACED =
  'Your words take the place of the draft. The figures it rests on stay listed under them. Empty the box, and the draft is back.';

/** Why a part stays in a report. */
export const keptText = (heading: string): string =>
  `“${heading}” cannot be taken out: guidance asks every yearly report for it, and leaving it out would say nothing where something has to be said.`;

const missing = (heading: string, verb: string): string =>
  `“${heading}” ${verb} missing from this pack, and guidance asks every yearly report for it.`;

/** Said where a pack was opened without what it can never be without. */
export const restoredText = (heading: string, isWritten: boolean): string =>
  `${missing(heading, 'was')} It is back in its place${isWritten ? ', with the words that were kept for it.' : ' and must be written: nobody has written anything there.'}`;
export const noRoomText = (heading: string): string =>
  `${missing(heading, 'is')} The pack is full, so that it could not be put back: take a part out, save the pack and open it again.`;

/** Said where a report is restricted though no figure in it is. */
export const RESTRICTED_BY_WORDS = {
  /** On the command line. */
  paper:
    'The figures here are not restricted, but words in the pack were written on restricted figures, or it is not known on what figures. So the paper is marked. Open the pack on the page “Report”: there you can go through its words and say that none is restricted.',
  /** On the page where it is put together. */
  why: 'This report is restricted for its words. They were written on restricted figures, or it is not known on what figures.',
  todo: 'Load those figures, or take those words out. Or read every word, the title and the headings too, and say that none tells what only the partnership may know.',
  release: 'I have read every word: none is restricted',
  sure: 'The report then loses its mark, and what it kept of the figures that it was written on. Is no word in it restricted?',
  bundle:
    'It cannot be put into the bundle that is loaded: that is not restricted, and words in this report are.'
} as const;

/** Said where a pack is saved by itself alone. */
export const NO_BUNDLE =
  'The demonstration is no bundle that you loaded, so the pack is saved by itself. Of a bundle of your own, both can be saved as one.';

/**
 * Which words of a pack do not say on what figures they were written.
 * @param named those words, as whoever edits the pack knows them
 */
export const unknownText = (named: readonly string[]): string =>
  `The pack does not say on what figures these were written: ${named.join(', ')}. They may be restricted. A pack made by hand says it of itself and of each of its words: "writtenOn": {"restricted": false, "madeUp": false}.`;
export const OWN_WORDS = 'its title and headings';

/** Said where a pack takes more paper than its template is held to. */
export const tooManySheets = (held: number, taken: number): string =>
  `It is meant for ${count(held, 'sheet', 'sheets')} of paper and takes ${number(taken)}: take something out, or write less.`;
