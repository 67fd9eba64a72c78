import { BundleManifest } from '#lib/domain/bundle.ts';
import { SHORTHAND, STATUS_CODES, reasonOf, type Cell } from '#lib/domain/cell.ts';
import { ALL } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { REGISTERS, type RegisterName, type Registers } from '#lib/domain/register.ts';
import { tableColumns, type Bundle, type BundleTable, type EarlierRelease } from './bundle.ts';
import { MANIFEST } from './bundle-manifest.ts';
import { writeCsv } from './csv.ts';
import { registerColumns, registerPath } from './registers.ts';

/** JSON with one element of a list on each line, so that a change of one area is a change of one line. */
function manifestText(manifest: BundleManifest): string {
  const lines = Object.entries(BundleManifest.parse(manifest)).map(([key, value]) => {
    const text =
      Array.isArray(value) && value.length > 0
        ? `[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`
        : JSON.stringify(value);
    return `  ${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

function fieldsOf(cell: Cell): { value: string | number; status: string; flags: string } {
  if (cell.kind === 'known') return { value: cell.value, status: '', flags: cell.flags.join(' ') };
  const status = STATUS_CODES.find((code) => reasonOf(code) === cell.reason);
  if (status === undefined) throw new Error(`a row cannot say ${SHORTHAND[cell.reason]}: leave the row out`);
  return { value: '', status, flags: '' };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Ranks known ids in their own order and puts ids of the bundle's own after them, by name. */
function rank(ids: readonly string[]): (a: string, b: string) => number {
  const places = new Map(ids.map((id, index) => [id, index]));
  return (a, b) =>
    a === b ? 0 : (places.get(a) ?? ids.length) - (places.get(b) ?? ids.length) || compare(a, b);
}

/**
 * The rows of a table in the order files keep: measure and members as the cube lists them, the total first; then
 * area by id; then period by its end.
 */
export function sortObservations(
  { table, cube, observations }: BundleTable,
  periods: BundleManifest['periods']
): Observation[] {
  const byMeasure = rank(cube.measures.map((measure) => measure.id));
  const byMember = table.dimensions.map((id) =>
    rank([ALL, ...(cube.dimensions.find((dimension) => dimension.id === id)?.members ?? []).map((m) => m.id)])
  );
  const byPeriod = rank(
    periods
      .toSorted((a, b) => compare(a.end, b.end) || compare(a.start, b.start) || compare(a.id, b.id))
      .map((period) => period.id)
  );
  return observations.toSorted(
    (a, b) =>
      byMeasure(a.measure, b.measure) ||
      byMember.reduce(
        (order, by, index) => order || by(a.members[index] ?? ALL, b.members[index] ?? ALL),
        0
      ) ||
      compare(a.area, b.area) ||
      byPeriod(a.period, b.period)
  );
}

function tableText(table: BundleTable, periods: BundleManifest['periods']): string {
  const rows = sortObservations(table, periods).map((observation) => {
    const { value, status, flags } = fieldsOf(observation.cell);
    const key = [observation.area, observation.period, observation.measure, ...observation.members];
    if (!table.cube.outOf) return [...key, value, status, flags];
    if (observation.of === undefined)
      throw new Error(`table ${table.table.id} counts n of N, and a row of ${observation.area} has no N`);
    const of = fieldsOf(observation.of);
    return [...key, value, of.value, status, flags, of.status];
  });
  return writeCsv(tableColumns(table.cube, table.table.dimensions), rows);
}

function registerText(name: RegisterName, rows: readonly Readonly<Record<string, unknown>>[]): string {
  const columns = registerColumns(name);
  return writeCsv(
    columns,
    rows.map((row) =>
      columns.map((column) => {
        const value = row[column];
        return typeof value === 'number' ? value : typeof value === 'string' ? value : '';
      })
    )
  );
}

function inOrder(registers: Registers): Registers {
  if (!registers.neighbours) return registers;
  const neighbours = registers.neighbours.toSorted((a, b) => compare(a.area, b.area) || a.rank - b.rank);
  return { ...registers, neighbours };
}

/** Where earlier releases are kept in a bundle, and the register of them. */
export const RELEASES = 'releases/';
export const RELEASES_REGISTER = `${RELEASES}register.csv`;
export const RELEASE_COLUMNS: readonly string[] = ['release', 'title', 'audience', 'made_on', 'hash'];

/**
 * What a release says, by path: its bundle.json and its tables, and the register of rounds, which tables speak of.
 * @throws as `writeBundle`
 */
export function writeRelease({
  manifest,
  tables,
  registers: { rounds }
}: Pick<Bundle, 'manifest' | 'tables' | 'registers'>): Map<string, string> {
  const files = new Map([[MANIFEST, manifestText(manifest)]]);
  for (const table of tables.toSorted((a, b) => compare(a.table.file, b.table.file)))
    files.set(table.table.file, tableText(table, manifest.periods));
  if (rounds) files.set(registerPath('rounds'), registerText('rounds', rounds));
  return files;
}

function releasesText(releases: readonly EarlierRelease[]): string {
  return writeCsv(
    RELEASE_COLUMNS,
    releases.map(({ id, hash, bundle: { manifest } }) => [
      id,
      manifest.title,
      manifest.audience,
      manifest.disclosure?.madeOn ?? '',
      hash
    ])
  );
}

/**
 * The files of a bundle by path. The same bundle always gives the same bytes, whatever order its rows came in, so
 * that a change of figures shows as a change of those lines.
 * @throws where the manifest breaks its schema, or a cell says “not supplied”, which only an absent row may say.
 */
export function writeBundle(bundle: Bundle): Map<string, string> {
  const files = writeRelease(bundle);
  const { releases = [] } = bundle;
  if (releases.length > 0) files.set(RELEASES_REGISTER, releasesText(releases));
  for (const release of releases)
    for (const [path, text] of writeRelease(release.bundle))
      files.set(`${RELEASES}${release.id}/${path}`, text);
  const registers = inOrder(bundle.registers);
  for (const name of Object.keys(REGISTERS).filter((key): key is RegisterName => key in REGISTERS)) {
    const rows = registers[name];
    if (rows && name !== 'rounds') files.set(registerPath(name), registerText(name, rows));
  }
  return files;
}
