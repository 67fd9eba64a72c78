/** The cube a file of counts is of: by the name of the file, else by its columns. */
import type { Cube } from '#lib/domain/cube.ts';
import { ProblemList } from '../bundle-problem-list.ts';
import { columnsOf } from './column-names.ts';
import type { CsvShape } from './csv-shape.ts';
import { fold } from './spelling.ts';
import { namesOf } from './tidy-csv.ts';

/** `cubes/plans-by-age (2).csv` → `plans-by-age-2`. */
export function stemOf(path: string): string {
  const name = path.split('/').at(-1) ?? '';
  return fold(name.replace(/\.[^.]*$/, ''))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The cube whose id a file’s name begins with: the longest. */
export function cubeOfName(path: string, cubes: ReadonlyMap<string, Cube>): Cube | undefined {
  const stem = `${stemOf(path)}-`;
  return [...cubes.values()]
    .filter(({ id }) => stem.startsWith(`${id.replaceAll('_', '-')}-`))
    .reduce<Cube | undefined>(
      (best, cube) => ((best?.id.length ?? 0) >= cube.id.length ? best : cube),
      undefined
    );
}

/** Whether a header has what every table has: a period and a value, or a value by the name of its measure. */
export function looksTidy({ header }: Pick<CsvShape, 'header'>, cubes: ReadonlyMap<string, Cube>): boolean {
  return [...cubes.values()].some((cube) => {
    const { named } = columnsOf(cube, header);
    return named.includes('period') && named.includes('value');
  });
}

/** Cubes of which a file can be: all its columns are theirs, and so are the first of its measures. */
export function cubesThatFit(shape: CsvShape, cubes: ReadonlyMap<string, Cube>): readonly Cube[] {
  const header = namesOf(shape);
  return [...cubes.values()].filter((cube) => {
    const { named, unclear, measure } = columnsOf(cube, header);
    if (named.includes(undefined) || unclear.length > 0 || !named.includes('value')) return false;
    if (cube.outOf !== named.includes('of')) return false;
    const at = named.indexOf('measure');
    const measures = new Set(cube.measures.flatMap(({ id, name }) => [fold(id), fold(name)]));
    if (at < 0) return measure !== undefined || cube.measures.length === 1;
    return shape.sample
      .slice(shape.headerRow)
      .map((cells) => fold(cells[at] ?? ''))
      .every((text) => text === '' || measures.has(text));
  });
}

/** Says that a file’s table cannot be told. */
export function noTable(
  file: string,
  fitting: readonly Cube[],
  cubes: ReadonlyMap<string, Cube>
): ProblemList {
  const list = new ProblemList();
  const ids = (all: Iterable<Cube>) => [...all].map(({ id }) => id).join(', ');
  list.error('which-table', file, () =>
    fitting.length > 1
      ? {
          message: `its columns fit several kinds of count: ${ids(fitting)}`,
          remedy: `Begin its name with the one that is meant, such as ${fitting[0]?.id ?? ''}.csv.`
        }
      : {
          message: 'neither its name nor its columns say what is counted in it',
          remedy: `Begin its name with one of ${ids(cubes.values())}, and use the columns of its template: area, period, measure, value and what it is broken down by.`
        }
  );
  return list;
}
