import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeInstalled } from '../setup/install.mjs';
import { readOptions } from '../setup/options.mjs';
import { ROOT } from '../setup/paths.mjs';
import { say, secondsSince } from '../setup/progress.mjs';

const AREAS = 'leicestershire,leeds,rutland,england,city-of-london,cumbria';
/** Journeys wait now and then, so half of them use what the other half leaves of the machine. */
const HALVES = ['browser 1/2', 'browser 2/2'];
const LOGS = join(ROOT, '.cache', 'test');
const HELP = `npm test -- [steps]     runs every check, or only the steps named

  types     svelte-check, over every TypeScript and Svelte file
  lint      eslint
  waiting   oxlint: promises nobody waits for, switches with a case missing
  format    prettier
  units     every test that needs no browser
  build     the site for six areas
  hash      the site with its addresses in the fragment, no area written beforehand
  single    the whole application as one file
  leaks     a site of made-up figures, every byte of it searched for what was withheld
  browser   the journeys, in a real browser, on those four sites

What each step printed is kept in .cache/test. The last line counts the tests; a step that is no test and fails
counts as one failed.`;

/** @typedef {import('../setup/tally.mjs').Tally} Tally */

/** @param {string[]} args */
export async function main(args) {
  const read = readOptions(args, HELP, {});
  if (read === undefined) return 0;
  const begun = Date.now();
  await makeInstalled();
  const { Halt, sentence } = await import('../setup/halt.mjs');
  const { runNode, toolFile, lastLines } = await import('../setup/child.mjs');
  const { environmentOf, makeSite, USUAL } = await import('../setup/site.mjs');
  const { makeSingle } = await import('./build-single.mjs');
  const { makeBrowser } = await import('../setup/browser.mjs');
  const { runInLanes } = await import('../setup/lanes.mjs');
  const { agreementsIn, failuresIn, lastLine, tallyOfFile, triedAgainIn } =
    await import('../setup/tally.mjs');
  const { makeData } = await import('../setup/data.mjs');

  rmSync(LOGS, { recursive: true, force: true });
  mkdirSync(LOGS, { recursive: true });
  const path = { ...USUAL, areas: AREAS, out: 'build-test' };
  const hash = { ...path, areas: '', out: 'build-test-hash', routing: /** @type {const} */ ('hash') };
  const single = { ...hash, out: 'build-test-single', areas: 'leeds,rutland' };
  const singleFile = join(ROOT, '.cache', 'test-single', 'neglect-lens.html');
  /** @type {Map<string, Tally>} */
  const tallies = new Map();
  /** @type {Map<string, string>} */
  const words = new Map();
  let browser = '';

  const keep = (/** @type {string} */ name, /** @type {string} */ output) => {
    writeFileSync(logFile(name, 'log'), output);
    words.set(name, output);
  };
  /** @param {string} name @param {readonly string[]} command @param {Record<string, string>} [env] */
  const program = async (name, command, env = {}) => {
    const ended = await runNode(command, { env: { NO_COLOR: '1', ...env } });
    keep(name, ended.output);
    return ended.code === 0;
  };
  /** @param {string} name @param {() => Promise<unknown>} work */
  const ours = async (name, work) => {
    try {
      await work();
      return true;
    } catch (error) {
      keep(name, sentence(error));
      return false;
    }
  };
  /** @param {string} name @param {readonly string[]} options @param {Record<string, string>} [env] */
  const vitest = async (name, options, env = {}) => {
    const report = logFile(name, 'json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const good = await program(name, [toolFile('vitest'), 'run', ...options, ...reporters], env);
    const tally = tallyOfFile(report);
    if (tally !== undefined) tallies.set(name, tally);
    return good;
  };

  const sites = () => ({
    LENS_BROWSER: browser,
    LENS_SITE: join(ROOT, path.out),
    LENS_HASH_SITE: join(ROOT, hash.out),
    LENS_SINGLE_FILE: singleFile,
    LENS_RESTRICTED_SITE: join(ROOT, 'build-test-leaks')
  });
  /** @type {(import('../setup/lanes.mjs').Task & { needs?: string[] })[]} */
  const tasks = [
    {
      name: 'sync',
      after: [],
      work: () => program('sync', [toolFile('@sveltejs/kit', 'svelte-kit'), 'sync'], environmentOf(USUAL))
    },
    { name: 'data', after: [], work: () => ours('data', makeData) },
    {
      name: 'find browser',
      after: [],
      work: () => ours('find browser', async () => (browser = await makeBrowser()))
    },
    { name: 'build', after: ['data'], work: () => ours('build', () => makeSite(path)) },
    {
      name: 'leaks',
      after: ['sync'],
      work: () => vitest('leaks', ['--config', 'tests/leaks/site/vitest.config.ts'])
    },
    { name: 'hash', after: ['data'], work: () => ours('hash', () => makeSite(hash)) },
    { name: 'single', after: ['data'], work: () => ours('single', () => makeSingle(single, singleFile)) },
    ...HALVES.map((half) => ({
      name: half,
      after: ['build', 'hash', 'single', 'leaks', 'find browser'],
      work: () =>
        vitest(
          half,
          ['--config', 'tests/browser/vitest.config.ts', '--shard', half.replace(/^browser /, '')],
          sites()
        )
    })),
    {
      name: 'types',
      after: ['sync'],
      work: () =>
        program('types', [
          toolFile('svelte-check'),
          '--tsgo',
          '--tsconfig',
          './tsconfig.json',
          '--fail-on-warnings'
        ])
    },
    {
      name: 'lint',
      after: ['sync'],
      work: () => program('lint', [toolFile('eslint'), '.', '--max-warnings=0'])
    },
    {
      name: 'waiting',
      after: ['sync'],
      work: () => program('waiting', [toolFile('oxlint'), '--type-aware', '--deny-warnings', '.'])
    },
    { name: 'format', after: [], work: () => program('format', [toolFile('prettier'), '--check', '.']) },
    // The one step that can fill both lanes by itself, so that neither is idle at the end.
    { name: 'units', after: ['sync'], work: () => vitest('units', []) }
  ];

  const names = read.names.flatMap((name) => (name === 'browser' ? HALVES : name));
  const unknown = names.filter((name) => !tasks.some((task) => task.name === name));
  if (unknown.length > 0) throw new Halt(`There is no step "${unknown[0]}".\n\n${HELP}`);
  const wanted = withNeeds(names, tasks);
  const chosen = tasks.filter((task) => wanted.has(task.name));

  /** @type {Set<string>} */
  const going = new Set();
  const beat = setInterval(() => say(`  … ${secondsSince(begun)}: ${[...going].join(' and ')}`), 15_000);
  const outcomes = await runInLanes(
    chosen,
    2,
    ({ name, good, begun: ran, time }) => {
      going.delete(name);
      const tally = tallies.get(name);
      const counted =
        tally === undefined
          ? ''
          : `, ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`;
      say(
        `${good ? 'ok     ' : 'FAILED '} ${name} ${ran ? `(${time}${counted})` : '(not run: something it needs failed)'}`
      );
      if (good || !ran) return;
      const failures = failuresIn(logFile(name, 'json'));
      say(`${indent(failures.length > 0 ? failures.join('\n') : lastLines(words.get(name) ?? '', 120))}\n`);
    },
    (name) => going.add(name)
  );
  clearInterval(beat);

  for (const { name, good } of outcomes) {
    const counted = tallies.get(name)?.failed ?? 0;
    if (!good && counted === 0) tallies.set(`${name} itself`, { passed: 0, failed: 1, skipped: 0 });
  }
  const agreed = agreementsIn(logFile('units', 'json'));
  if (agreed.length > 0)
    say(`\nThe Department’s own rates and percentages:\n${agreed.map((title) => `  ${title}`).join('\n')}`);
  const skipped = [...tallies.values()].reduce((sum, tally) => sum + tally.skipped, 0);
  const failed = outcomes.filter(({ good }) => !good).map(({ name }) => name);
  say(
    `\n${outcomes.length - failed.length} of ${outcomes.length} steps went well in ${secondsSince(begun)}.`
  );
  if (failed.length > 0) say(`Failed: ${failed.join(', ')}. What they printed is in .cache/test.`);
  for (const failure of failed.flatMap((name) => failuresIn(logFile(name, 'json'), 0))) say(`  ${failure}`);
  for (const again of [...words.values()].flatMap(triedAgainIn))
    say(`Passed only when it was tried again: ${again}`);
  if (skipped > 0) say(`${skipped} tests were skipped; each says why.`);
  say(lastLine([...tallies.values()]));
  return failed.length > 0 ? 1 : 0;
}

/** @param {readonly string[]} names none means all @param {readonly import('../setup/lanes.mjs').Task[]} tasks */
function withNeeds(names, tasks) {
  const wanted = new Set(names.length > 0 ? names : tasks.map(({ name }) => name));
  for (const name of wanted)
    for (const need of tasks.find((task) => task.name === name)?.after ?? []) wanted.add(need);
  return wanted;
}

/** What a step printed or counted: `browser 1/2` in `browser-1-2.log`. */
const logFile = (/** @type {string} */ name, /** @type {string} */ ending) =>
  join(LOGS, `${name.replace(/\W+/g, '-')}.${ending}`);

const indent = (/** @type {string} */ text) => text.replace(/^/gm, '    ');
