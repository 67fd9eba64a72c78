/** The area that a page has come to show where its path does not name it; the header says it. */
export const shownArea: { name: string | undefined } = $state({ name: undefined });
