/** Whether figures of a reader’s own are loaded: every page says so, and stays in one piece while they are. */
export const loaded: { title: string | undefined } = $state({ title: undefined });
