import { secondsSince } from './progress.mjs';

/**
 * @typedef {object} Task
 * @property {string} name
 * @property {readonly string[]} after names of the tasks whose end it waits for
 * @property {() => Promise<boolean>} work whether it went well; never throws
 */

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {boolean} good
 * @property {boolean} begun false where something it needs failed
 * @property {string} time "12 s"
 */

/**
 * Runs tasks a few at a time, in order as far as what they wait for allows. A failure holds up nothing but the
 * tasks that need it.
 *
 * @param {readonly Task[]} tasks
 * @param {number} lanes how many at a time
 * @param {(outcome: Outcome) => void} report called as each one ends
 * @param {(name: string) => void} [begins]
 * @returns {Promise<Outcome[]>}
 */
export async function runInLanes(tasks, lanes, report, begins) {
  const known = new Set(tasks.map((task) => task.name));
  const waiting = [...tasks];
  /** @type {Map<string, Outcome>} */
  const ended = new Map();
  /** @type {Set<Promise<void>>} */
  const running = new Set();
  const settle = (/** @type {Outcome} */ outcome) => {
    ended.set(outcome.name, outcome);
    report(outcome);
  };
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex((task) => task.after.every((name) => !known.has(name) || ended.has(name)));
    const task = running.size < lanes && next >= 0 ? waiting.splice(next, 1)[0] : undefined;
    if (task === undefined) {
      if (running.size === 0)
        throw new Error(`tasks wait for each other: ${waiting.map(({ name }) => name)}`);
      await Promise.race(running);
      continue;
    }
    if (task.after.some((name) => ended.get(name)?.good === false)) {
      settle({ name: task.name, good: false, begun: false, time: '0 s' });
      continue;
    }
    begins?.(task.name);
    const from = Date.now();
    const promise = task.work().then((good) => {
      settle({ name: task.name, good, begun: true, time: secondsSince(from) });
      running.delete(promise);
    });
    running.add(promise);
  }
  return [...ended.values()];
}
