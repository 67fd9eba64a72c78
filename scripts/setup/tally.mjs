import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './paths.mjs';

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * Counts the tests of one vitest run from its JSON report. A file that could not be read at all counts as one
 * failed, since none of its tests ran.
 *
 * @param {unknown} report
 * @returns {Tally}
 */
export function tallyOf(report) {
  const files = valuesOf(report, 'testResults');
  const tests = files.flatMap((file) => valuesOf(file, 'assertionResults'));
  const having = (/** @type {string} */ status) =>
    tests.filter((test) => field(test, 'status') === status).length;
  const unread = files.filter(
    (file) => field(file, 'status') === 'failed' && !valuesOf(file, 'assertionResults').some(isFailed)
  );
  const passed = having('passed');
  const failed = having('failed') + unread.length;
  return { passed, failed, skipped: tests.length - passed - having('failed') };
}

const isFailed = (/** @type {unknown} */ test) => field(test, 'status') === 'failed';

/** @param {unknown} from @param {string} name @returns {unknown} */
const field = (from, name) =>
  typeof from === 'object' && from !== null
    ? Object.entries(from).find(([key]) => key === name)?.[1]
    : undefined;

/** @param {unknown} from @param {string} name @returns {unknown[]} */
function valuesOf(from, name) {
  const values = field(from, name);
  return Array.isArray(values) ? values : [];
}

/**
 * The count of a report file, or undefined where the run ended without writing one.
 *
 * @param {string} file
 * @returns {Tally | undefined}
 */
export function tallyOfFile(file) {
  try {
    return tallyOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * The tests that failed, each with its file, its name and what it said, for a reader who has nothing but what was
 * printed; none where the run ended without writing a report.
 *
 * @param {string} file
 * @param {number} [lines] of what each said
 * @returns {string[]}
 */
export function failuresIn(file, lines = 12) {
  try {
    return failuresOf(JSON.parse(readFileSync(file, 'utf8')), lines);
  } catch {
    return [];
  }
}

/** @param {unknown} report @param {number} lines @returns {string[]} */
export function failuresOf(report, lines) {
  return valuesOf(report, 'testResults').flatMap((file) => {
    const path = relative(ROOT, String(field(file, 'name')));
    const failed = valuesOf(file, 'assertionResults').filter(isFailed);
    const itself = failed.length === 0 && isFailed(file) ? [said(path, [field(file, 'message')], lines)] : [];
    return [
      ...itself,
      ...failed.map((test) =>
        said(`${path}: ${field(test, 'fullName')}`, valuesOf(test, 'failureMessages'), lines)
      )
    ];
  });
}

/** @param {string} name @param {unknown[]} messages @param {number} lines */
const said = (name, messages, lines) =>
  [name, ...stripVTControlCharacters(messages.join('\n')).split('\n').slice(0, lines)].join('\n    ');

/**
 * The tests that passed only when they were tried again, as vitest prints them.
 *
 * @param {string} output
 * @returns {string[]}
 */
export const triedAgainIn = (output) =>
  stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => / \(retry x\d+\)/.test(line) && !/^\s*[×✗]/.test(line))
    .map((line) => line.trim());

/**
 * The titles of tests that tell how many figures agreed, for a reader of `npm test`.
 *
 * @param {string} file
 * @returns {string[]}
 */
export function agreementsIn(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return valuesOf(report, 'testResults')
      .flatMap((each) => valuesOf(each, 'assertionResults'))
      .flatMap((test) => {
        const title = field(test, 'title');
        return typeof title === 'string' && title.includes(' agree here in ') ? [title] : [];
      });
  } catch {
    return [];
  }
}

/**
 * The last line of `npm test`, alone and always in this form.
 *
 * @param {readonly Tally[]} tallies
 */
export function lastLine(tallies) {
  const sum = (/** @type {(tally: Tally) => number} */ part) =>
    tallies.reduce((all, one) => all + part(one), 0);
  return `${sum((tally) => tally.passed)} passed, ${sum((tally) => tally.failed)} failed`;
}
