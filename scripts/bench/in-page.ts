/** Runs inside the product's own page, and only there where speed is measured: no built site holds it. */
export { openReader } from './bare-csv.ts';
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import * as Plot from '@observablehq/plot';
import type { PlotOptions } from '@observablehq/plot';
import { chartOptions } from '../../src/lib/charts/options.ts';
import type { Size } from '../../src/lib/charts/frame.ts';
import { CATALOGUE_FILE, readCatalogue } from '../../src/lib/db/catalogue.ts';
import { openFacts, type Facts } from '../../src/lib/db/facts.ts';
import { LOCK_DOWN } from '../../src/lib/db/port.ts';
import { rowsOf } from '../../src/lib/db/rows.ts';
import { startWorker } from '../../src/lib/db/worker.ts';
import type { ViewPlace } from '../../src/lib/selection/place.ts';
import type { ChartModel, ViewModel } from '../../src/lib/views/model.ts';
import { viewOf } from '../../src/lib/views/view.ts';

export interface Site {
  /** Ends with a slash. */
  readonly address: string;
  readonly wasm: string;
  readonly worker: string;
}

/** A place made ready to be drawn by the yardstick: what the product asks the database there, and what it then draws. */
export interface Ready {
  readonly statements: readonly string[];
  readonly charts: readonly ChartModel[];
  /** What the product says once it shows the place. */
  readonly said: string;
}

export interface Yardstick {
  ready(place: ViewPlace): Promise<Ready>;
  /** Milliseconds to run the same statements and draw the same charts with nothing else, until they are painted. */
  draw(ready: Ready, size: Size): Promise<Drawn>;
  /** Milliseconds of each stage of the product's own work, apart from the page. */
  stages(place: ViewPlace): Promise<{ readonly query: number; readonly rows: number; readonly view: number }>;
}

export interface Drawn {
  readonly painted: number;
  readonly sql: number;
  readonly plot: number;
  readonly svgs: number;
  readonly elements: number;
}

/** How long nothing may change in the page before a change is taken to be over, in milliseconds. */
const QUIET = 250;
const CASTS = { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true };

async function bytesOf(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`could not be fetched: ${address}`);
  return new Uint8Array(await response.arrayBuffer());
}

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

async function painted(): Promise<number> {
  await frame();
  await frame();
  return performance.now();
}

async function modelOf(facts: Facts, place: ViewPlace): Promise<ViewModel> {
  const model = await viewOf(facts, place);
  if ('unanswerable' in model) throw new Error(model.unanswerable);
  return model;
}

/** Opens a DuckDB-Wasm of its own beside the product's, with the same files in it. */
export async function openYardstick({ address, wasm, worker }: Site): Promise<Yardstick> {
  const engine = new AsyncDuckDB(new VoidLogger(), await startWorker(address + worker));
  await engine.instantiate(address + wasm);
  await engine.open({ query: CASTS });
  const connection = await engine.connect();
  for (const statement of LOCK_DOWN) await connection.query(statement);

  let asked: string[] = [];
  let spent = { query: 0, rows: 0 };
  const read = (name: string) => bytesOf(`${address}bundle/${name}`);
  const facts = await openFacts({
    catalogue: readCatalogue(await read(CATALOGUE_FILE)),
    read,
    open: () =>
      Promise.resolve({
        query: async (sql) => {
          asked.push(sql);
          const begun = performance.now();
          const table = await connection.query(sql);
          const answered = performance.now();
          const rows = rowsOf(table);
          spent = {
            query: spent.query + answered - begun,
            rows: spent.rows + performance.now() - answered
          };
          return rows;
        },
        one: () => Promise.reject(new Error('no view asks for a single statement')),
        insert: async (name, stream, append = false) => {
          await connection.insertArrowFromIPCStream(stream, { name, create: !append });
        },
        close: () => connection.close()
      })
  });
  const place = document.createElement('div');
  document.body.append(place);

  return {
    async ready(wanted) {
      asked = [];
      const model = await modelOf(facts, wanted);
      // What was made ready here is swept up before anything is timed: the product is not to pay for its yardstick.
      await new Promise((resolve) => setTimeout(resolve, QUIET));
      return {
        statements: asked,
        charts: model.slots.flatMap((slot) => slot.charts),
        said: `Now showing ${model.area.name}. ${model.position}, compared with ${model.compare.label}. `
      };
    },
    async draw({ statements, charts }, size) {
      const options = charts.map(({ spec, id }): PlotOptions => chartOptions(spec, size, `bare-${id}`));
      const begun = performance.now();
      for (const statement of statements) await connection.query(statement);
      const answered = performance.now();
      const svgs = options.map((each) => Plot.plot(each));
      place.replaceChildren(...svgs);
      const drawn = performance.now();
      const end = await painted();
      const elements = place.querySelectorAll('svg *').length;
      place.replaceChildren();
      await painted();
      return {
        painted: end - begun,
        sql: answered - begun,
        plot: drawn - answered,
        svgs: svgs.length,
        elements
      };
    },
    async stages(wanted) {
      spent = { query: 0, rows: 0 };
      const begun = performance.now();
      await modelOf(facts, wanted);
      const whole = performance.now() - begun;
      return { ...spent, view: whole - spent.query - spent.rows };
    }
  };
}

const LONGEST = 20_000;

const hostOf = (): Element => {
  const host = document.querySelector('.view-host');
  if (!host) throw new Error('this page shows no view');
  return host;
};

/** What the product shows: its charts, and how many elements they are drawn with. */
export function shownCharts(): { svgs: number; elements: number; size: Size } {
  const host = hostOf();
  return {
    svgs: host.querySelectorAll('.chart svg').length,
    elements: host.querySelectorAll('.chart svg *').length,
    size: host.querySelector('.chart .drawing[data-size="wide"]') ? 'wide' : 'narrow'
  };
}

/**
 * Milliseconds from `act` until what it last changed in the view is painted: two frames after the last mutation.
 * @param said what the view says when it shows what was asked for
 */
export async function untilRepainted(act: () => void, said: string): Promise<number> {
  const host = hostOf();
  const watched = host.parentElement ?? host;
  let end = 0;
  let last = performance.now();
  let pending = 0;
  const observer = new MutationObserver(() => {
    last = performance.now();
    pending += 1;
    void painted().then((when) => {
      end = Math.max(end, when);
      pending -= 1;
    });
  });
  observer.observe(watched, { subtree: true, childList: true, attributes: true, characterData: true });
  const begun = performance.now();
  act();
  const isThere = () => document.querySelector('.view-host > [role="status"]')?.textContent.startsWith(said);
  while (!(isThere() === true && pending === 0 && performance.now() - last > QUIET)) {
    if (performance.now() - begun > LONGEST) throw new Error(`the page never showed: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  observer.disconnect();
  return end - begun;
}

/** Chooses in one of the view's own controls, as a reader does. */
export function choose(control: 'period' | 'compare', value: string): void {
  const select = document.querySelector(`#choose-${control}`);
  if (!(select instanceof HTMLSelectElement)) throw new Error(`there is no control: ${control}`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Follows a link of the page to another area. */
export function follow(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  (document.querySelector('.site') ?? document.body).append(link);
  link.click();
  link.remove();
}
