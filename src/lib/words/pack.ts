/** Words of packs that no page has. */

/** What was chosen for a figure: `Leeds · 31 March 2024 · compared with similar areas and England`. */
export function filtersText(area: string, covers: string, compare: string): string {
  const beside = compare === 'Its own past' ? 'its own past' : compare;
  return [area, covers, ...(beside === '' ? [] : [`compared with ${beside}`])]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Said once for each area and date that a pack takes figures from. */
export function positionText(area: string, position: string, compare: string, edition: string): string {
  const beside = compare === 'Its own past' ? 'its own past' : compare;
  return [area, position, ...(beside === '' ? [] : [`compared with ${beside}`]), edition]
    .filter((part) => part !== '')
    .join(' · ');
}

export const NO_SUCH_FIGURE = {
  what: 'A figure that was chosen for this place is not on its page.',
  remedy: 'Another release or another area may not have it. Choose it again, or take this part out.'
} as const;

export const NO_SUCH_PAGE = {
  what: 'The page that this part names is not understood.',
  remedy: 'A page is named like leeds/overview. Choose it again, or take this part out.'
} as const;

/** Where the figures that are loaded hold nothing of a page. */
export const pageAbsent = (why: string) => ({
  what: why,
  remedy: 'Load the figures that it was made from, or take this part out.'
});

export const NO_ACTIONS = {
  what: 'No actions and no decisions of the partnership are loaded.',
  remedy:
    'The partnership’s action log: one line for each, on the sheets “Actions” and “Decisions” of the templates.'
} as const;
