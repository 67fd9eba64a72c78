/** What a page has come to show that its path does not say, for what stands around it. */
export const pageShows: {
  /** The area, where the path does not name it; the header says it. */
  area: string | undefined;
  /** Whether the page “Report” shows figures that a reader loaded. */
  ownReport: boolean;
} = $state({ area: undefined, ownReport: false });
