/**
 * Fetches once what is asked for often: a module that is here already would be handed over a turn of the event loop
 * later each time. A fetch that failed may be tried again.
 */
export function fetchedOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  let fetched: Promise<T> | undefined;
  return async () => {
    fetched ??= ask();
    try {
      return await fetched;
    } catch (error) {
      fetched = undefined;
      throw error;
    }
  };
}
