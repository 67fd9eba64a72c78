import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Area } from '#lib/domain/area.ts';
import { isKnown, known } from '#lib/domain/cell.ts';
import { drawChart } from '#lib/charts/draw.ts';
import { openDatabase } from '#lib/db/node.ts';
import type { Facts } from '#lib/db/facts.ts';
import { PLAIN } from '#lib/domain/standing.ts';
import { sheetTable } from '#lib/exports/tables-workbook-table.ts';
import { packHtml } from '#lib/exports/pack-html.ts';
import { tablesWorkbook } from '#lib/exports/tables-workbook.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import { figure } from '#lib/indicators/figure.ts';
import { figureRecord } from '#lib/indicators/figure-record.ts';
import { prepare, preparedFacts, type Prepared } from '#lib/indicators/prepare.ts';
import { COMPARES, VIEWS, type Compare } from '#lib/selection/place.ts';
import type { Bundle } from '#lib/sources/bundle.ts';
import { protectedRelease, type ProtectedRelease } from '#lib/sources/bundle-protected.ts';
import { writeBundle } from '#lib/sources/bundle-write.ts';
import { writeZip } from '#lib/sources/bundle-zip.ts';
import type { Draw } from '#lib/exports/pack-html-parts.ts';
import { svgDocument } from '#lib/ui/svg-document.node.ts';
import { renderView } from '#lib/ui/render-view.ts';
import type { ViewModel } from '#lib/views/model.ts';
import { provenanceOf } from '#lib/views/provenance-of.ts';
import { packModel, type Pages } from '#lib/views/pack/pack.ts';
import { readPage } from '#lib/views/pack/page-text.ts';
import { packFromTemplate } from '#lib/views/pack/template.ts';
import { viewOf } from '#lib/views/view.ts';
import { statementOf, statementText } from '#lib/words/disclosure-statement.ts';
import { figureSentences } from '#lib/words/figure.ts';
import { writeBundleFolder } from '../../../scripts/bundle-folder.ts';
import { readDictionary } from '../../../scripts/dictionary.ts';
import { readIndicators, readWholeBundle } from '../../../scripts/read-published.ts';
import { readTemplates } from '../../../scripts/report-pack.ts';
import { runNode } from '../../../scripts/setup/child.mjs';
import { ROOT } from '../../../scripts/setup/paths.mjs';
import { remembering } from '../../published.ts';
import { FOCUS, madeBundle, THRESHOLD } from '../made-bundle.ts';
import { Scanner } from '../scan.ts';
import { secretsOf, withheldIn } from '../secrets.ts';

const BUNDLE = join('.cache', 'leaks', 'bundle');
const EARLIER = join('.cache', 'leaks', 'earlier');
/** The release that the site keeps beside the present one. */
const KEPT = '2023';
const SITE = 'build-test-leaks';

const [published, indicators, cubes] = await Promise.all([
  readWholeBundle(),
  readIndicators(),
  readDictionary()
]);
const raw = madeBundle(published, cubes);
const settings = { ...PRESETS.dfe, threshold: THRESHOLD, minimumWidth: 1000 };
const release = (bundle: Bundle, madeOn: string, previous: readonly Bundle[] = []) =>
  protectedRelease({ bundle, settings, audience: 'public', madeOn, previous });

let first: ProtectedRelease;
let safe: ProtectedRelease;
let scanner: Scanner;

beforeAll(async () => {
  first = await release(withoutYear(raw.bundle, '2024'), '2026-01-31');
  safe = await release(raw.bundle, '2026-02-28', [first.bundle]);
  scanner = new Scanner(secretsOf(raw.bundle, safe.bundle));
});

/** The raw figures with two children moved from one withheld category to another withheld one of the same plans. */
function otherwise(bundle: Bundle, safe: Bundle): { readonly bundle: Bundle; readonly moved: number } {
  const groups = new Map<string, ReturnType<typeof withheldIn>>();
  for (const each of withheldIn(bundle, safe).filter(({ table }) => table === 'plans-by-category')) {
    const { area, period, members } = each.row;
    const key = [area, period, members.findIndex((member) => member !== 'all')].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const changes = new Map(
    [...groups.values()].flatMap(([one, other]) =>
      one && other ? [[one.row, 2] as const, [other.row, -2] as const] : []
    )
  );
  return {
    moved: changes.size,
    bundle: {
      ...bundle,
      tables: bundle.tables.map((table) => ({
        ...table,
        observations: table.observations.map((row) =>
          isKnown(row.cell) ? { ...row, cell: known(row.cell.value + (changes.get(row) ?? 0)) } : row
        )
      }))
    }
  };
}

function ofVintage({ manifest, ...rest }: Bundle, vintage: string): Bundle {
  const [source, ...sources] = manifest.sources;
  return {
    ...rest,
    manifest: { ...manifest, sources: source === undefined ? [] : [{ ...source, vintage }, ...sources] }
  };
}

function withoutYear(bundle: Bundle, year: string): Bundle {
  return {
    ...bundle,
    tables: bundle.tables.map((table) => ({
      ...table,
      observations: table.observations.filter(({ period }) => period !== year)
    }))
  };
}

const finds = (file: string, bytes: Uint8Array | string) =>
  scanner.scan(file, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);

const scanned = (by: Scanner, place: string, told: string | Uint8Array) =>
  typeof told === 'string' ? by.scanText(place, told) : by.scan(place, told);

/** Every table of a page as a workbook. */
function workbookOf(model: ViewModel): Uint8Array | undefined {
  const { title, area, position, licence = '', standing = PLAIN, headline } = model;
  const tables = model.slots
    .flatMap(({ charts, tables: alone = [] }) => [...charts, ...alone])
    .map((figure) => sheetTable(figure, provenanceOf(model, figure), { notes: [], cite: figure.title }));
  if (tables.length === 0) return undefined;
  return tablesWorkbook({
    title,
    message: headline.text,
    areas: [area.name],
    positions: [position],
    standing,
    made: '2026-02-28',
    licence,
    cite: title,
    tables
  });
}

/** Every pack that a template begins, as one file. */
async function* packsOf(facts: Facts, { slug, name }: Area): AsyncGenerator<readonly [string, string]> {
  for (const template of (await readTemplates()).values()) {
    const place = { page: 'view', view: 'overview', area: slug } as const;
    const pack = packFromTemplate(template, { own: false, place }, name);
    const page: Pages = async (text, reckonedOn) => {
      const read = readPage(text);
      return read === undefined
        ? { unanswerable: `No page is named ${text}.` }
        : viewOf(facts, read.place, reckonedOn);
    };
    const model = await packModel(pack, [], page, {
      made: '2026-02-28',
      catalogue: () => Promise.resolve(facts.catalogue)
    });
    const draw: Draw = (spec, size, id) => drawChart(spec, size, svgDocument, id);
    yield [`${slug} ${template.id}.html`, packHtml(model, { fonts: '', draw })];
  }
}

/** Every page and record of areas with withheld counts: the views in every year and beside every comparator. */
async function* tellings(
  prepared: Prepared,
  areas: readonly string[],
  compares: readonly Compare[] = COMPARES
): AsyncGenerator<readonly [string, string | Uint8Array]> {
  const facts = remembering(await preparedFacts(prepared, openDatabase));
  try {
    for (const area of areas) yield* tellingsOf(facts, area, compares);
  } finally {
    await facts.close();
  }
}

async function* tellingsOf(
  facts: Facts,
  slug: string,
  compares: readonly Compare[]
): AsyncGenerator<readonly [string, string | Uint8Array]> {
  const { manifest } = facts.catalogue;
  const area = manifest.areas.find((each) => each.slug === slug);
  if (!area) throw new Error(`no area ${slug}`);
  const years = manifest.periods
    .filter(({ kind }) => kind === 'year')
    .sort((a, b) => (a.end < b.end ? -1 : 1));
  const latest = years.slice(-1);
  for (const period of years)
    for (const view of VIEWS)
      for (const compare of compares) {
        const model = await viewOf(facts, { page: 'view', view, area: slug, period: period.id, compare });
        if ('unanswerable' in model) throw new Error(model.unanswerable);
        const files = model.slots.flatMap(({ charts }) => charts.map(({ file }) => file)).join(' ');
        const workbook = compare === compares[0] ? workbookOf(model) : undefined;
        if (workbook !== undefined) yield [`${slug} ${period.id} ${view}.xlsx`, workbook];
        yield [`${slug} ${period.id} ${view} ${compare}`, `${renderView(model)} ${files}`];
      }
  yield* packsOf(facts, area);
  for (const indicator of facts.catalogue.indicators.filter(({ supplied }) => supplied)) {
    const page = await viewOf(facts, {
      page: 'view',
      view: 'indicator',
      area: slug,
      indicator: indicator.id.toLowerCase()
    });
    if ('unanswerable' in page) throw new Error(page.unanswerable);
    yield [`${slug} ${indicator.id}`, renderView(page)];
    for (const period of latest)
      for (const by of [undefined, ...indicator.breakdowns]) {
        const told = await figure(facts, { indicator, area, period, ...(by === undefined ? {} : { by }) });
        yield [
          `${slug} ${indicator.id} ${period.id} ${by ?? ''}`,
          [JSON.stringify(figureRecord(told)), ...figureSentences(told)].join('\n')
        ];
      }
  }
}

describe('the made-up bundle', () => {
  test('has primes for counts that could identify somebody, all withheld, and others with them', () => {
    const withheld = withheldIn(raw.bundle, safe.bundle).map(({ value }) => value);
    expect(raw.primes.length).toBeGreaterThan(60);
    expect(withheld).toEqual(expect.arrayContaining([...raw.primes]));
    expect(withheld.length).toBeGreaterThan(raw.primes.length);
    expect(safe.audit.leaks).toEqual([]);
  });

  test('keeps most of its figures, so that pages have something to tell', () => {
    const cells = safe.bundle.tables.flatMap(({ observations }) => observations.map(({ cell }) => cell));
    expect(cells.filter(isKnown).length / cells.length).toBeGreaterThan(0.9);
  });

  test('makes the same release, to the letter, where only withheld counts are others', async () => {
    const { bundle, moved } = otherwise(raw.bundle, safe.bundle);
    expect(moved).toBeGreaterThan(10);
    const again = await release(bundle, '2026-02-28', [first.bundle]);
    expect([...writeBundle(again.bundle)]).toEqual([...writeBundle(safe.bundle)]);
    expect(again.hash).toBe(safe.hash);
  });

  test('is really told of by pages and records: those of the raw figures are full of its primes', async () => {
    const [slug = ''] = FOCUS;
    const area = raw.bundle.manifest.areas.find((each) => each.slug === slug)?.id;
    const own = withheldIn(raw.bundle, safe.bundle).filter(({ row }) => row.area === area);
    const primes = own.filter(({ value }) => raw.primes.includes(value));
    const known = new Scanner(primes.map(({ value, name }) => ({ value, what: name })));
    const prepared = await prepare(raw.bundle, indicators, openDatabase, cubes);
    const found = new Set<string>();
    for await (const [place, text] of tellings(prepared, [slug], ['england']))
      for (const { what } of scanned(known, place, text)) found.add(what);
    expect(primes.length).toBeGreaterThan(20);
    expect(found.size / primes.length).toBeGreaterThan(0.6);
  });
});

describe('what is written of the protected bundle', () => {
  test('its files, the releases it keeps, and its zip hold no withheld count', () => {
    const files = writeBundle(safe.bundle);
    expect([...files.keys()].some((name) => name.startsWith('releases/'))).toBe(true);
    expect([...files].flatMap(([name, text]) => finds(name, text))).toEqual([]);
    expect(finds('made-to-leak.zip', writeZip(files))).toEqual([]);
    expect(scanner.looked).toBeGreaterThan(4000);
  });

  test('nor does its statement', () => {
    const { manifest } = safe.bundle;
    const { disclosure: record, title, publisher, audience } = manifest;
    if (!record) throw new Error('no record');
    const text = statementText(statementOf({ record, hash: safe.hash, title, publisher, audience }));
    expect(text.length).toBeGreaterThan(500);
    expect(scanner.scanText('statement', text)).toEqual([]);
  });

  test('nor does any page, chart, table, workbook, pack, file name or record, in any year, beside any comparator', async () => {
    const prepared = await prepare(safe.bundle, indicators, openDatabase, cubes);
    for (const [name, bytes] of prepared.files) expect(finds(name, bytes)).toEqual([]);
    let told = 0;
    let workbooks = 0;
    for await (const [place, text] of tellings(prepared, FOCUS)) {
      told += 1;
      if (typeof text !== 'string') workbooks += 1;
      expect(scanned(scanner, place, text)).toEqual([]);
    }
    expect(told).toBeGreaterThan(150);
    expect(workbooks).toBeGreaterThan(50);
  });
});

/** Marked as restricted, so that tests/browser finds the marks on the same site; its figures are those of the public one. */
describe('the site of the protected bundle', () => {
  beforeAll(async () => {
    const restricted = ({ manifest, ...rest }: Bundle): Bundle => ({
      ...rest,
      manifest: { ...manifest, audience: 'restricted' }
    });
    await writeBundleFolder(join(ROOT, BUNDLE), writeBundle(restricted(safe.bundle)));
    await writeBundleFolder(join(ROOT, EARLIER), writeBundle(restricted(ofVintage(first.bundle, KEPT))));
    const build = [
      'scripts/build.mjs',
      '--bundle',
      BUNDLE,
      '--earlier',
      EARLIER,
      '--restricted',
      '--areas',
      ['england', ...FOCUS].join(','),
      '--out',
      SITE
    ];
    const ended = await runNode(build, { env: { NO_COLOR: '1' } });
    if (ended.code !== 0) throw new Error(ended.output);
  });

  /** What was built by others and is shipped as it is: the engine, the typeface. */
  const theirs = new Set(
    ['@duckdb/duckdb-wasm/dist', 'highs/build', '@fontsource-variable/atkinson-hyperlegible-next/files']
      .map((folder) => join(ROOT, 'node_modules', folder))
      .filter((folder) => existsSync(folder))
      .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
      .filter((file) => /\.(wasm|woff2)$/.test(file))
      .map((file) => hashOf(readFileSync(file)))
  );

  test('has its pages, its figures and its charts', () => {
    const names = filesOf(join(ROOT, SITE));
    expect(names).toEqual(
      expect.arrayContaining(['area/leicestershire/index.html', 'bundle/catalogue.json'])
    );
    const page = readFileSync(join(ROOT, SITE, 'area/leicestershire/index.html'), 'utf8');
    expect(page).toContain('<svg');
    expect(page).toContain('withheld');
    expect(names.some((name) => name.endsWith('.arrow'))).toBe(true);
    expect(names.some((name) => name.endsWith('.html.gz'))).toBe(true);
  });

  test('keeps its earlier release in a folder of its own, which is searched with all others', () => {
    const names = filesOf(join(ROOT, SITE));
    const folder = `bundle/editions/${KEPT}/`;
    expect(names).toContain(`${folder}catalogue.json`);
    expect(names.filter((name) => name.startsWith(folder) && name.endsWith('.arrow')).length).toBeGreaterThan(
      3
    );
  });

  test('holds no withheld count, and nothing worked out from one, in any byte of any file', () => {
    const before = scanner.looked;
    const found = filesOf(join(ROOT, SITE)).flatMap((name) => {
      const bytes = readFileSync(join(ROOT, SITE, name));
      const inside = name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
      return theirs.has(hashOf(inside)) ? finds(name, '') : finds(name, bytes);
    });
    expect(found).toEqual([]);
    expect(scanner.looked - before).toBeGreaterThan(10_000);
  });
});

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split('\\')
        .join('/')
    )
    .sort();
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
