/** Lets others have their turn while a long piece of work goes on, and stops it when it is told to. */
export interface Turns {
  /** After so many pieces of work, of all that there are. @throws the signal's reason where it was aborted */
  after(pieces: number, all: number): Promise<void>;
  /** What was found is explained, so many of so many by now. @throws as `after` */
  explained(done: number, of: number): Promise<void>;
}

/** So many pieces of work are done before others have their turn. */
const TURN = 200;
/** Of a hundred, what is told by the time that all is found. */
const FOUND = 80;

/** Tells how many of a hundred are done, and never fewer than before. */
export function turnsOf({
  signal,
  onProgress
}: {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, of: number) => void | Promise<void>) | undefined;
}): Turns {
  let done = 0;
  let since = 0;
  let told = 0;
  const tell = async (share: number) => {
    told = Math.max(told, Math.floor(share));
    await onProgress?.(told, 100);
    signal?.throwIfAborted();
  };
  return {
    async after(pieces, all) {
      signal?.throwIfAborted();
      done += pieces;
      since += pieces;
      if (since < TURN && done < all) return;
      since = 0;
      await tell(all === 0 ? 0 : FOUND * Math.min(1, done / all));
    },
    async explained(some, of) {
      signal?.throwIfAborted();
      await tell(FOUND + (100 - FOUND) * (of === 0 ? 1 : some / of));
    }
  };
}
