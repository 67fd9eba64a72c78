/** Words of the page on which a pack is put together. */
import { number } from './number.ts';
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
