/** @param {number} from milliseconds, as Date.now() gives them */
export const secondsSince = (from) => `${Math.max(0, Math.round((Date.now() - from) / 1000))} s`;

/** @param {string} text */
export const say = (text) => console.log(text);

/**
 * Runs one step and says so: its name when it begins, what it has got to every few seconds, and how long it took.
 * What goes wrong inside is thrown on.
 *
 * @template T
 * @param {string} name in the words of a reader: "Building the site"
 * @param {() => Promise<T>} work
 * @param {{ every?: number, state?: () => string }} [options] `state` says how far it has got
 * @returns {Promise<T>}
 */
export async function step(name, work, { every = 5000, state } = {}) {
  const begun = Date.now();
  say(`${name} …`);
  const beat = setInterval(() => {
    const reached = state?.();
    say(`  … ${secondsSince(begun)}${reached ? `, ${reached}` : ''}`);
  }, every);
  try {
    const result = await work();
    say(`${name}: ${hasFailed(result) ? 'failed after' : 'done in'} ${secondsSince(begun)}`);
    return result;
  } finally {
    clearInterval(beat);
  }
}

/** Whether what a step gave is the end of a program that failed. @param {unknown} result */
const hasFailed = (result) =>
  typeof result === 'object' && result !== null && 'code' in result && result.code !== 0;
