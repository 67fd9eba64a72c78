import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './paths.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
const grouped = process.platform !== 'win32';

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function kill(child, signal) {
  try {
    if (grouped && child.pid !== undefined) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    running.delete(child);
  }
}

/** Ends everything that `run` has started and not yet seen ending, with all that those have started. */
export function endChildren() {
  for (const child of running) kill(child, 'SIGTERM');
}

/** @type {number | undefined} the exit code, once we have been told to stop */
let stopping;

/** Once for the whole process: Ctrl-C, a closed terminal and a plain kill end what we have started as well. */
function watchSignals() {
  if (watching) return;
  watching = true;
  process.on('exit', () => running.forEach((child) => kill(child, 'SIGKILL')));
  for (const [signal, code] of /** @type {[NodeJS.Signals, number][]} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129]
  ])) {
    process.on(signal, () => {
      if (running.size === 0) {
        if (process.listenerCount(signal) === 1) process.exit(code);
        return; // a server of ours is closing itself
      }
      stopping = code;
      console.error('\nStopping …');
      endChildren();
      setTimeout(() => process.exit(code), 3000);
    });
  }
}
let watching = false;

/** @param {import('node:child_process').ChildProcess} child */
function hasEnded(child) {
  running.delete(child);
  if (stopping !== undefined && running.size === 0) process.exit(stopping);
}

/**
 * @typedef {object} Ended
 * @property {number} code the exit code; 1 where a signal ended it
 * @property {string} output both streams, in the order they came
 */

/**
 * Runs a program in the project's folder and waits for its end. Never throws for a failed program. Where we are
 * told to stop meanwhile, the whole process ends once the program has.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, show?: boolean, shell?: boolean, onText?: (text: string) => void }} [options]
 *   `show`: print its output as it comes
 * @returns {Promise<Ended>}
 */
export function run(program, args, { env = {}, show = false, shell = false, onText } = {}) {
  watchSignals();
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, [...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: grouped,
      shell,
      windowsHide: true
    });
    running.add(child);
    const take = (/** @type {Buffer} */ chunk) => {
      const text = String(chunk);
      output += text;
      if (show) process.stdout.write(text);
      onText?.(text);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => {
      hasEnded(child);
      resolve({ code: 127, output: output + error.message });
    });
    child.on('close', (code) => {
      hasEnded(child);
      if (stopping === undefined) resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * Runs a file with this same Node.
 *
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export const runNode = (args, options) => run(process.execPath, args, options);

/**
 * The file behind a command of an installed package: `toolFile('vite')`. Faster than npx and the same on every
 * system.
 *
 * @param {string} name the package's
 * @param {string} [command] where the package has several
 */
export function toolFile(name, command = name) {
  const manifest = join(ROOT, 'node_modules', name, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command]);
}

/**
 * The last lines worth reading of what a failed program printed.
 *
 * @param {string} output
 * @param {number} [lines]
 */
export function lastLines(output, lines = 25) {
  const plain = stripVTControlCharacters(output).split(/\r?\n/);
  return plain
    .filter((line) => line.trim() !== '')
    .slice(-lines)
    .join('\n');
}

/**
 * The first lines of what a program printed, and how many more there are: of a list of mistakes, the first matter.
 *
 * @param {string} output
 * @param {number} [lines]
 */
export function firstLines(output, lines = 60) {
  const plain = stripVTControlCharacters(output)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const more = plain.length - lines;
  return [...plain.slice(0, lines), ...(more > 0 ? [`and ${more} more lines`] : [])].join('\n');
}
