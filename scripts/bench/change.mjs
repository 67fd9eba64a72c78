import { serve } from '../serve.mjs';
import { say, step } from '../setup/progress.mjs';
import { openBrowser, VIEWPORT } from './browser.mjs';
import { median } from './measures.mjs';
import { addYardstick, copyOfSite, engineOf, growFigures, YARDSTICKS } from './sites.mjs';

const WARM = 2;
const TIMED = 15;
const LIMIT = 2;
/**
 * Three frames. A page with next to nothing to ask or draw has a yardstick of little more than the two frames that both
 * wait for; what is left to a change of area is then the address and the title, which no yardstick writes.
 */
const SOON = 50;
const VIEWS = /** @type {const} */ ([
  'overview',
  'prevalence',
  'age',
  'agencies',
  'audits',
  'journey',
  'strategy'
]);

/** @typedef {import('../../src/lib/selection/place.ts').ViewPlace} ViewPlace */
/** @typedef {{ query: number, rows: number, view: number }} Stages */
/** @typedef {'area' | 'period' | 'comparator'} Kind */

/**
 * What each kind of change moves between, over and over. The first change of all starts the product's engine; until
 * that is up, a link to another area would load its page anew.
 *
 * @type {Record<Kind, Partial<ViewPlace>[]>}
 */
const TURNS = {
  period: [{ period: '2019' }, { period: '2023' }, { period: '2016' }, { period: '2021' }],
  comparator: [{ compare: 'england' }, { compare: 'region' }, { compare: 'neighbours' }],
  area: [{ area: 'leeds' }, { area: 'essex' }, { area: 'leicestershire' }]
};

/** @param {ViewPlace} place */
function addressOf({ area, view, period, compare }) {
  const query = new URLSearchParams();
  if (period !== undefined) query.set('period', period);
  if (compare !== undefined) query.set('compare', compare);
  const asked = query.toString();
  return `area/${area}/${view === 'overview' ? '' : `${view}/`}${asked === '' ? '' : `?${asked}`}`;
}

/**
 * Times changes in the product and, right after each, the bare yardstick for the same place in the same page.
 *
 * @param {'published' | 'grown'} figures
 * @returns {Promise<import('./measures.mjs').Measure[]>}
 */
export async function measureChange(figures) {
  const folder = await copyOfSite(figures);
  await addYardstick(folder);
  if (figures === 'grown') await growFigures(folder);
  const served = await serve({ folder });
  const browser = await openBrowser();
  try {
    const title = figures === 'grown' ? 'Changing what is shown, two million rows' : 'Changing what is shown';
    return await step(title, async () => {
      const measures = [];
      for (const view of VIEWS) {
        const page = await (await browser.newContext({ viewport: VIEWPORT })).newPage();
        page.on('pageerror', (error) => say(`  the page failed: ${error.message}`));
        measures.push(...(await measureView(page, view, served.address, engineOf(folder), figures)));
        await page.context().close();
      }
      return measures;
    });
  } finally {
    await browser.close();
    await served.close();
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {ViewPlace['view']} view
 * @param {string} address
 * @param {{ wasm: string, worker: string }} engine
 * @param {string} figures
 */
async function measureView(page, view, address, engine, figures) {
  /** @type {ViewPlace} */
  let place = { page: 'view', area: 'leicestershire', view };
  await page.goto(address + addressOf(place), { waitUntil: 'networkidle' });
  const bench = await page.evaluateHandle(
    async ({ module, ...site }) => {
      const code = await import(module);
      return { ...code, yardstick: await code.openYardstick(site) };
    },
    { module: `${address}${YARDSTICKS}/in-page.js`, address, ...engine }
  );
  const measures = [];
  for (const kind of /** @type {Kind[]} */ (Object.keys(TURNS))) {
    /** @type {{ product: number, bare: import('./in-page.ts').Drawn, stages: Stages }[]} */
    const runs = [];
    const turns = TURNS[kind];
    for (let turn = 0; turn < WARM + TIMED; turn += 1) {
      place = { ...place, ...turns[turn % turns.length] };
      runs.push(
        await bench.evaluate(
          async (code, { place, kind, address }) => {
            const ready = await code.yardstick.ready(place);
            const act = () => {
              if (kind === 'area') code.follow(address);
              else if (kind === 'period') code.choose('period', place.period);
              else code.choose('compare', place.compare);
            };
            const product = await code.untilRepainted(act, ready.said);
            const shown = code.shownCharts();
            const bare = await code.yardstick.draw(ready, shown.size);
            if (
              bare.svgs !== shown.svgs ||
              bare.elements > shown.elements * 1.1 ||
              bare.elements < shown.elements
            )
              throw new Error(`not the same charts: ${JSON.stringify({ shown, bare })}`);
            return { product, bare, stages: await code.yardstick.stages(place) };
          },
          { place, kind, address: address + addressOf(place) }
        )
      );
    }
    const timed = runs.slice(WARM);
    const of = (/** @type {(run: (typeof runs)[number]) => number} */ pick) => median(timed.map(pick));
    measures.push({
      name: `${view}, ${kind} changed${figures === 'grown' ? ', 2 million rows' : ''}`,
      value: of(({ product }) => product),
      unit: /** @type {const} */ ('ms'),
      yardstick: of(({ bare }) => bare.painted),
      limit: LIMIT,
      soon: SOON
    });
    say(
      `  ${view}, ${kind}: statement ${of(({ stages }) => stages.query).toFixed(1)}, ` +
        `rows ${of(({ stages }) => stages.rows).toFixed(1)}, view model ${of(({ stages }) => stages.view).toFixed(1)}; ` +
        `bare: statement ${of(({ bare }) => bare.sql).toFixed(1)}, Plot ${of(({ bare }) => bare.plot).toFixed(1)} ms`
    );
  }
  return measures;
}
