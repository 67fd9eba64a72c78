/** Lets others have their turn while a long piece of work goes on, and stops it when it is told to. */
export interface Turns {
  /** After so many pieces of work, of all that there are. @throws the signal's reason where it was aborted */
  after(pieces: number, all: number): Promise<void>;
}

/** So many pieces of work are done before others have their turn. */
const TURN = 200;

export function turnsOf({
  signal,
  onProgress
}: {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, of: number) => void | Promise<void>) | undefined;
}): Turns {
  let done = 0;
  let since = 0;
  return {
    async after(pieces, all) {
      signal?.throwIfAborted();
      done += pieces;
      since += pieces;
      if (since < TURN && done < all) return;
      since = 0;
      await onProgress?.(Math.min(done, all), all);
      signal?.throwIfAborted();
    }
  };
}
