/** Whether the page “Report” shows figures that a reader loaded, for what stands around it. */
export const reportShown: { own: boolean } = $state({ own: false });
