import type { Progress } from './draft-messages.ts';

/** Milliseconds between two words of progress: more of them than a page can paint would keep it from anything else. */
const APART = 80;

/** Passes on the first word of each stage, and of the others no more than a page can take in. */
export function seldom(
  tell: (progress: Progress) => void,
  now: () => number = () => performance.now()
): (progress: Progress) => void {
  let stage: Progress['stage'] | undefined;
  let last = 0;
  return (progress) => {
    const at = now();
    if (progress.stage === stage && at - last < APART) return;
    stage = progress.stage;
    last = at;
    tell(progress);
  };
}
