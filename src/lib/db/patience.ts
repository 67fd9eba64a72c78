/** Milliseconds without an answer after which the worker counts as gone, once it has all it needs. */
export const SILENCE = 30_000;
/** Milliseconds without a byte while its program is still being fetched: a slow line is not a dead one. */
export const SLOW_LINE = 120_000;

/**
 * Waits for work, and gives up where nothing is heard for too long.
 *
 * @param patience milliseconds of silence allowed; asked anew each time something is heard
 * @param giveUp makes the error that `answer` rejects with
 * @returns `answer`, the work or the giving up; and `heard`, to be called at each sign of life
 */
export function withPatience<T>(
  work: Promise<T>,
  patience: () => number,
  giveUp: () => Error
): { readonly answer: Promise<T>; readonly heard: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  let reject: (error: Error) => void = () => {};
  const silent = new Promise<never>((_, refuse) => (reject = refuse));
  const heard = () => {
    clearTimeout(timer);
    if (!over) timer = setTimeout(() => reject(giveUp()), patience());
  };
  heard();
  const answer = Promise.race([work, silent]).finally(() => {
    over = true;
    clearTimeout(timer);
  });
  return { answer, heard };
}
