import { ALL } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { Bundle } from './bundle.ts';
import { sortObservations } from './bundle-write.ts';
import { areaIdOf, type CodeBook } from './dfe-areas.ts';
import { readCharacteristic } from './dfe-characteristics.ts';
import { positionOf } from './dfe-match.ts';
import type { ChosenAges } from './dfe-population-ages.ts';
import type { ChosenPopulation } from './dfe-population-table.ts';
import type { Population } from './dfe-population.ts';
import type { ReadTable } from './dfe-release.ts';
import type { OutputTable } from './dfe-table-spec.ts';

/** Where a figure of the bundle stands in the release. */
interface Origin {
  readonly file: string;
  readonly row: number;
  readonly column: string;
}

/** What a bundle was made from. */
export interface Made {
  readonly bundle: Bundle;
  readonly tables: readonly ReadTable[];
  readonly chosen: ChosenPopulation;
  readonly aged: ChosenAges;
  readonly codes: CodeBook;
}

const REMEDY = 'Compare the row with the publication, and download the file again';

/**
 * Says of problems found in a bundle that was made where they stand in the release it was made from: its own file, row
 * and column. A problem that is of no figure is given back as it is.
 */
export function atOrigin(problems: readonly Problem[], made: Made): Problem[] {
  const sorted = new Map<string, readonly Observation[]>();
  const observationIn = (file: string, row: number) => {
    const table = made.bundle.tables.find((known) => known.table.file === file);
    if (table === undefined) return undefined;
    const rows = sorted.get(file) ?? sortObservations(table, made.bundle.manifest.periods);
    sorted.set(file, rows);
    return { id: table.table.id, observation: rows[row - 2] };
  };
  const find = (file: string, row: number): Origin | undefined => {
    const found = observationIn(file, row);
    if (found?.observation === undefined) return undefined;
    return originOf(found.id, found.observation, made);
  };
  return problems.map((found) => {
    const source = sourceOf(found.file, made);
    if (source === undefined) return found;
    const { row: _row, column: _column, ...rest } = found;
    if (found.row === undefined) return { ...rest, file: source };
    const origin = find(found.file, found.row);
    if (origin === undefined) return found;
    const message = found.message.replace(/\brow (\d+)/g, (text, row: string) => {
      const other = find(found.file, Number(row));
      return other === undefined ? text : `row ${other.row}, column “${other.column}”`;
    });
    return { ...rest, ...origin, message, remedy: REMEDY };
  });
}

function sourceOf(path: string, { bundle, tables, chosen, aged }: Made): string | undefined {
  const id = bundle.tables.find(({ table }) => table.file === path)?.table.id;
  if (id === 'population') return chosen.file;
  if (id === 'population-age') return aged.file;
  return tables.find(({ dfe }) => dfe.outputs.some((output) => output.id === id))?.file.name;
}

function originOf(id: string, observation: Observation, made: Made) {
  const { tables, chosen, aged, codes } = made;
  if (id === 'population') return originOfEstimate(chosen.population, observation, made);
  if (id === 'population-age') return originOfEstimate(aged.population, observation, made);
  for (const table of tables) {
    const output = table.dfe.outputs.find((known) => known.id === id);
    if (output !== undefined) return originIn(table, output, observation, codes);
  }
  return undefined;
}

/** Of estimates by single year of age, the first row of the area. */
function originOfEstimate(
  population: Population | undefined,
  { area, period }: Observation,
  { bundle, codes }: Made
): Origin | undefined {
  const ids = new Map(
    bundle.manifest.areas.flatMap((each) => each.codes.map(({ code }) => [code, each.id] as const))
  );
  const count = population?.counts.find(
    ({ mid, place }) =>
      `mid${mid}` === period && ('file' in place ? areaIdOf(place, codes) : ids.get(place.ons)) === area
  );
  return population && count && { file: population.file, row: count.row, column: population.column };
}

function originIn(
  table: ReadTable,
  output: OutputTable,
  { area, period, measure, members }: Observation,
  codes: CodeBook
): Origin | undefined {
  for (const row of table.rows) {
    if (String(row.year) !== period || areaIdOf(row, codes) !== area) continue;
    const own = table.dfe.characteristic ? readCharacteristic(row.characteristic) : {};
    if (own === undefined || own === 'left-out') continue;
    const spec = output.columns.find((column) => {
      const all: Readonly<Record<string, string>> = { ...own, ...column.members };
      return (
        column.measure === measure &&
        output.dimensions.every((dimension, at) => (all[dimension] ?? ALL) === members[at])
      );
    });
    const position = spec && positionOf(table.file, spec, table.dfe);
    if (position !== undefined)
      return { file: row.file, row: row.row, column: table.file.headers[position] ?? '' };
  }
  return undefined;
}
