/** Words of packs that no page has. */
import { dateInWords } from '#lib/domain/dates.ts';
import { lowerFirst } from './number.ts';

/** What was chosen for a figure: `Leeds · 31 March 2024 · compared with similar areas and England`. */
export function filtersText(area: string, covers: string, compare: string): string {
  const beside = compare === 'Its own past' ? 'its own past' : compare;
  return [area, covers, ...(beside === '' ? [] : [`compared with ${beside}`])]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Where something is asked for and not written yet, as a reader of the paper is told. */
export const lacksText = (ask: string): string => `Not written yet: ${lowerFirst(ask)}`;

/** Said of words that may tell more than the figures beside them. */
export const WRITTEN_ON = {
  restricted: 'This was written on restricted figures. Those beside it are not restricted.',
  unknown: 'It is not known on what figures this was written. They may be restricted.',
  madeUp: 'This was written on made-up figures, and those beside it are not made up.'
} as const;

/** Said of a pack whose own words were written on made-up figures, where those in it are not. */
export const TITLED_ON_MADE_UP = {
  term: 'Title and headings',
  text: 'These were written on made-up figures. The figures in this paper are not made up.'
} as const;

/** Said of such words in the stead of what figures were and are. */
export const OTHER_FIGURES = 'The figures beside this are not those that it was written on.';

/** What would bring a figure, for a reader of the paper, and apart from it what whoever loads figures does about it. */
export function remedyParts(remedy: string): { readonly remedy: string; readonly todo?: string } {
  const isTask = (sentence: string) => /\bTemplates\b/.test(sentence);
  const sentences = remedy.split(/(?<=\.) (?=[A-Z])/);
  const todo = sentences.filter(isTask).join(' ');
  return {
    remedy: sentences.filter((sentence) => !isTask(sentence)).join(' '),
    ...(todo === '' ? {} : { todo })
  };
}

/**
 * The day that actions of a pack are told of, where their log does not end before it.
 * @param made ISO date on which the pack is put together
 * @param logged ISO date of the log’s last day
 */
export const reckonedFact = (day: string, made: string, logged = day) => ({
  term: 'Actions',
  text:
    logged < day
      ? `Whether an action is done, open or overdue is told of ${dateInWords(logged)}, when the log was last updated. What was done since is not in it.`
      : `Whether an action is done, open or overdue is told of ${dateInWords(day)}${day === made ? ', the day on which this paper was put together' : ''}.`
});

/** Said once for each area and date that a pack takes figures from. */
export function positionText(area: string, position: string, compare: string, edition: string): string {
  const beside = compare === 'Its own past' ? 'its own past' : compare;
  return [area, position, ...(beside === '' ? [] : [`compared with ${beside}`]), edition]
    .filter((part) => part !== '')
    .join(' · ');
}

export const NO_SUCH_FIGURE = {
  what: 'A figure that was chosen for this place is not on its page.',
  remedy: '',
  todo: 'Another release or another area may not have it. Choose it again, or take this part out.'
} as const;

export const NO_SUCH_PAGE = {
  what: 'The page that this part names is not understood.',
  remedy: '',
  todo: 'A page is named like leeds/overview. Choose it again, or take this part out.'
} as const;

/** Where the figures that are loaded hold nothing of a page. */
export const pageAbsent = (why: string) => ({
  what: why,
  remedy: '',
  todo: 'Load the figures that it was made from, or take this part out.'
});

export const NO_ACTIONS = {
  what: 'The partnership’s log of actions and decisions.',
  remedy: '',
  todo: 'Load the action log: one line for each, on the sheets “Actions” and “Decisions” of the templates.'
} as const;
