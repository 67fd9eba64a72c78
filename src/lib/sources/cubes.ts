import { Cube, type Dimension, type Member } from '#lib/domain/cube.ts';
import { ProblemsError, type Problem } from '#lib/domain/problem.ts';
import { schemaProblems } from './bundle-schema-problems.ts';

function overlap(a: Member, b: Member): boolean | undefined {
  if (a.from === undefined || b.from === undefined) return undefined;
  return a.from <= (b.to ?? Infinity) && b.from <= (a.to ?? Infinity);
}

function ancestors(dimension: Dimension, member: Member): string[] {
  const found: string[] = [];
  let parent = member.parent;
  while (parent !== undefined && !found.includes(parent)) {
    found.push(parent);
    parent = dimension.members.find((candidate) => candidate.id === parent)?.parent;
  }
  return found;
}

/**
 * True where nothing can be counted under both members, so that they may be added. Members of a `multiple`
 * dimension never are; in a nested one neither may hold the other, nor may their ages overlap.
 */
export function areDisjoint(dimension: Dimension, a: string, b: string): boolean {
  if (a === b || a === 'all' || b === 'all' || dimension.relation === 'multiple') return false;
  const [first, second] = [a, b].map((id) => dimension.members.find((member) => member.id === id));
  if (!first || !second) return dimension.relation === 'partition';
  if (overlap(first, second) === true) return false;
  return !ancestors(dimension, first).includes(b) && !ancestors(dimension, second).includes(a);
}

function dimensionFaults(dimension: Dimension): string[] {
  const faults: string[] = [];
  dimension.members.forEach((member, index) => {
    const parent = dimension.members.find((candidate) => candidate.id === member.parent);
    if (ancestors(dimension, member).includes(member.id))
      faults.push(`member “${member.id}” is its own ancestor`);
    if (parent?.from !== undefined && member.from !== undefined)
      if (member.from < parent.from || (member.to ?? Infinity) > (parent.to ?? Infinity))
        faults.push(`ages of “${member.id}” reach beyond those of its parent “${parent.id}”`);
    if (dimension.relation === 'partition') {
      if (member.parent !== undefined)
        faults.push(`member “${member.id}” of a partition has a parent: call the dimension nested`);
      const twin = dimension.members.slice(index + 1).find((other) => overlap(member, other) === true);
      if (twin) faults.push(`ages of “${member.id}” and “${twin.id}” overlap in a partition`);
    }
  });
  return faults;
}

function parsed(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value;
}

function readCube(file: string, content: unknown, problems: Problem[]): Cube | undefined {
  let data: unknown;
  try {
    data = parsed(content);
  } catch {
    problems.push({
      severity: 'error',
      rule: 'bad-json',
      file,
      message: 'the file is not JSON',
      remedy: 'Look for a comma or a quote too many or too few.'
    });
    return undefined;
  }
  const result = Cube.safeParse(data);
  if (!result.success) {
    problems.push(...schemaProblems(file, result.error, data));
    return undefined;
  }
  const cube = result.data;
  const fail = (column: string, message: string) =>
    problems.push({
      severity: 'error',
      rule: 'bad-cube',
      file,
      column,
      message,
      remedy: 'Correct the cube.'
    });
  const stem = file.replace(/^.*\//, '').replace(/\.json$/, '');
  if (stem !== cube.id) fail('id', `id “${cube.id}” is not the name of its file`);
  for (const [kind, items] of [['measure', cube.measures] as const, ['dimension', cube.dimensions] as const])
    items.forEach((item, index) => {
      if (items.findIndex((other) => other.id === item.id) !== index)
        fail(`${kind}s[${index}].id`, `${kind} “${item.id}” is given twice`);
    });
  cube.dimensions.forEach((dimension, index) =>
    dimensionFaults(dimension).forEach((fault) => fail(`dimensions[${index}]`, fault))
  );
  return cube;
}

/**
 * The dictionary of cubes by id, from the files of `data/cubes/` (path or name → parsed JSON or its text).
 * @throws {ProblemsError} with everything that is wrong in any of them.
 */
export function parseCubes(files: Readonly<Record<string, unknown>>): Map<string, Cube> {
  const problems: Problem[] = [];
  const cubes = Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([file, content]) => readCube(file, content, problems) ?? []);
  if (problems.length > 0) throw new ProblemsError('the dictionary of cubes cannot be used', problems);
  return new Map(cubes.map((cube) => [cube.id, cube]));
}
