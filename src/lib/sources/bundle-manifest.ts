import { z } from '#lib/domain/zod.ts';
import { BundleManifest } from '#lib/domain/bundle.ts';
import type { Cube } from '#lib/domain/cube.ts';
import type { ProblemList } from './bundle-problem-list.ts';
import { schemaProblems } from './bundle-schema-problems.ts';
import { decodeText } from './csv-decode.ts';

export const MANIFEST = 'bundle.json';

const shape = BundleManifest.shape;

/** What the files need of a manifest, so that they can still be checked when something else in it is wrong. */
const Frame = z.object({
  areas: shape.areas,
  periods: shape.periods,
  tiers: shape.tiers,
  agencies: shape.agencies,
  categories: shape.categories,
  tables: shape.tables
});
export type ManifestFrame = z.infer<typeof Frame>;

export interface ReadManifest {
  /** Present where the whole manifest obeys its schema. */
  readonly manifest?: BundleManifest;
  /** Present where at least the parts that tables hang on do. */
  readonly frame?: ManifestFrame;
}

function parseJson(content: string | Uint8Array, list: ProblemList): unknown {
  const decoded = decodeText(content, MANIFEST);
  list.take(decoded.problems);
  if (decoded.text === undefined) return undefined;
  try {
    const data: unknown = JSON.parse(decoded.text);
    return data;
  } catch (error) {
    list.error('bad-json', MANIFEST, () => ({
      message: `the file is not JSON: ${error instanceof Error ? error.message : String(error)}`,
      remedy: 'Look for a comma or a quote too many or too few near that place, or a file cut short.'
    }));
    return undefined;
  }
}

interface Reference {
  readonly place: string;
  readonly value: string;
  readonly known: ReadonlySet<string>;
  readonly what: string;
}

function refer(list: ProblemList, reference: Reference): void {
  if (reference.known.has(reference.value)) return;
  list.error('unknown-reference', MANIFEST, () => ({
    column: reference.place,
    value: reference.value,
    message: `no ${reference.what} has this id`,
    remedy: `Correct it, or add the ${reference.what}.`
  }));
}

function noTwice(list: ProblemList, place: string, key: string, values: readonly string[]): void {
  values.forEach((value, index) => {
    const first = values.indexOf(value);
    if (first !== index)
      list.error('given-twice', MANIFEST, () => ({
        column: `${place}[${index}].${key}`,
        value,
        message: `the ${key} is that of ${place}[${first}] too`,
        remedy: 'Keep one of them, or give it another.'
      }));
  });
}

function ids(items: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(items.map((item) => item.id));
}

function checkFrame(frame: ManifestFrame, cubes: ReadonlyMap<string, Cube>, list: ProblemList): void {
  const areas = ids(frame.areas);
  for (const place of ['areas', 'periods', 'tiers', 'agencies', 'categories', 'tables'] as const)
    noTwice(
      list,
      place,
      'id',
      frame[place].map((item) => item.id)
    );
  noTwice(
    list,
    'areas',
    'slug',
    frame.areas.map((area) => area.slug)
  );
  noTwice(
    list,
    'tables',
    'file',
    frame.tables.map((table) => table.file)
  );
  frame.areas.forEach((area, index) => {
    if (area.parent !== undefined)
      refer(list, { place: `areas[${index}].parent`, value: area.parent, known: areas, what: 'area' });
    area.predecessors?.forEach((value, p) =>
      refer(list, { place: `areas[${index}].predecessors[${p}]`, value, known: areas, what: 'area' })
    );
  });
  frame.periods.forEach((period, index) => {
    if (period.start > period.end)
      list.error('period-backwards', MANIFEST, () => ({
        column: `periods[${index}].end`,
        value: period.end,
        message: `period “${period.id}” ends before it starts`,
        remedy: 'Exchange the two dates, or correct one.'
      }));
  });
  const tiers = new Set([
    ...ids(frame.tiers),
    ...(cubes.get('known')?.dimensions[0]?.members ?? []).map((m) => m.id)
  ]);
  frame.tiers.forEach((tier, index) => {
    tier.contains?.forEach((value, c) =>
      refer(list, { place: `tiers[${index}].contains[${c}]`, value, known: tiers, what: 'tier' })
    );
    if (tier.mapsTo !== undefined)
      refer(list, { place: `tiers[${index}].mapsTo`, value: tier.mapsTo, known: tiers, what: 'tier' });
  });
  frame.tables.forEach((table, index) => {
    const place = `tables[${index}]`;
    refer(list, { place: `${place}.cube`, value: table.cube, known: new Set(cubes.keys()), what: 'cube' });
    noTwice(list, `${place}.dimensions`, 'name', table.dimensions);
    const cube = cubes.get(table.cube);
    if (!cube) return;
    table.dimensions.forEach((value, d) =>
      refer(list, {
        place: `${place}.dimensions[${d}]`,
        value,
        known: ids(cube.dimensions),
        what: `dimension of cube “${cube.id}”`
      })
    );
  });
}

function checkWhole(manifest: BundleManifest, list: ProblemList): void {
  const sources = ids(manifest.sources);
  const tables = ids(manifest.tables);
  const areas = ids(manifest.areas);
  const periods = ids(manifest.periods);
  noTwice(
    list,
    'sources',
    'id',
    manifest.sources.map((source) => source.id)
  );
  noTwice(
    list,
    'ageBands',
    'id',
    manifest.ageBands.map((band) => band.id)
  );
  noTwice(
    list,
    'notes',
    'id',
    manifest.notes.map((note) => note.id)
  );
  manifest.tables.forEach((table, index) =>
    refer(list, { place: `tables[${index}].source`, value: table.source, known: sources, what: 'source' })
  );
  manifest.notes.forEach((note, index) => {
    const place = `notes[${index}]`;
    if (note.table !== undefined)
      refer(list, { place: `${place}.table`, value: note.table, known: tables, what: 'table' });
    note.areas?.forEach((value, a) =>
      refer(list, { place: `${place}.areas[${a}]`, value, known: areas, what: 'area' })
    );
    note.periods?.forEach((value, p) =>
      refer(list, { place: `${place}.periods[${p}]`, value, known: periods, what: 'period' })
    );
  });
}

/** Reads and checks `bundle.json`. What is wrong goes into the list, with its path as the column. */
export function readManifest(
  content: string | Uint8Array,
  cubes: ReadonlyMap<string, Cube>,
  list: ProblemList
): ReadManifest {
  const data = parseJson(content, list);
  if (data === undefined) return {};
  const whole = BundleManifest.safeParse(data);
  if (!whole.success) list.take(schemaProblems(MANIFEST, whole.error, data));
  const frame = Frame.safeParse(data);
  if (frame.success) checkFrame(frame.data, cubes, list);
  if (whole.success) checkWhole(whole.data, list);
  return {
    ...(whole.success ? { manifest: whole.data } : {}),
    ...(frame.success ? { frame: frame.data } : {})
  };
}
