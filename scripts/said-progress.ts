/** How far a long command is, on the error stream: a line that moves on a terminal, now and then a line elsewhere. */
export interface Spoken {
  readonly say: (line: string) => void;
  /** Takes the moving line away. */
  readonly end: () => void;
}

interface Stream {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

const OFTEN = 100;
const SELDOM = 15_000;
const CLEAR = '\r\u001b[K';

/** `clock` gives milliseconds; a line that begins otherwise than the last one is always said. */
export function progressOn(stream: Stream, clock: () => number = () => performance.now()): Spoken {
  let last = -Infinity;
  let stage = '';
  let isOpen = false;
  return {
    say: (line) => {
      const now = clock();
      const next = line.split(':')[0] ?? line;
      if (next === stage && now - last < (stream.isTTY === true ? OFTEN : SELDOM)) return;
      stage = next;
      last = now;
      isOpen = stream.isTTY === true;
      stream.write(isOpen ? `${CLEAR}${line}` : `${line}\n`);
    },
    end: () => {
      if (isOpen) stream.write(CLEAR);
      isOpen = false;
    }
  };
}

/** Lets other work go on, such as hearing Ctrl-C, every so many milliseconds of work. */
export function breathing(every = 50, clock: () => number = () => performance.now()): () => Promise<void> {
  let last = clock();
  return async () => {
    if (clock() - last < every) return;
    await new Promise((resolve) => setImmediate(resolve));
    last = clock();
  };
}
