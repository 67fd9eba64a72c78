/** Sums of raw figures that do not add up: a mistake in them, and nothing that protecting could mend. */
import { ALL } from '#lib/domain/cube.ts';
import { ProblemsError, type Problem } from '#lib/domain/problem.ts';
import { cellsOf, relationsOf, type Relation, type TableCell } from '#lib/disclosure/relations.ts';
import type { Bundle } from './bundle.ts';
import { ProblemList } from './bundle-problem-list.ts';
import { memberCalled, midSentence } from './called.ts';
import { frameOf, releasedTables } from './bundle-tables.ts';

export interface WrongSum {
  readonly relation: Relation;
  readonly problem: Problem;
}

/** A figure that must be hidden is part of a sum that does not add up: what is worked out of it would be wrong. */
export class SumsDoNotAddUp extends ProblemsError {
  constructor(wrong: readonly WrongSum[]) {
    const list = new ProblemList();
    list.take(wrong.map(({ problem }) => ({ ...problem, severity: 'error' })));
    super(
      'Nothing was made: raw figures do not add up, and small counts among them cannot be hidden until they do.',
      list.all()
    );
    this.name = 'SumsDoNotAddUp';
  }
}

/** Every sum within raw tables that does not add up, whatever readers may suppose of other tables. */
export function wrongSums(bundle: Bundle): readonly WrongSum[] {
  const tables = releasedTables(bundle);
  const cells = new Map(tables.flatMap(cellsOf).map((cell) => [cell.id, cell]));
  return relationsOf(tables, frameOf([bundle])).flatMap((relation): WrongSum[] => {
    if (relation.assumed === true || relation.parts.length === 0) return [];
    const found = sumOf(relation, cells);
    return found === undefined ? [] : [{ relation, problem: problemOf(relation.sense, found, bundle) }];
  });
}

/** What is wrong with these, for an analyst to look at. */
export function sumWarnings(wrong: readonly WrongSum[]): readonly Problem[] {
  const list = new ProblemList();
  list.take(wrong.map(({ problem }) => problem));
  return list.all();
}

interface Found {
  readonly whole: TableCell;
  readonly total: number;
  readonly parts: readonly (readonly [TableCell, number])[];
  readonly sum: number;
}

/** The figures of a sum that cannot be: parts that make more than their total, or less where all of them are there. */
function sumOf({ total, parts, sense }: Relation, cells: ReadonlyMap<string, TableCell>): Found | undefined {
  const whole = cells.get(total);
  if (whole === undefined || whole.cell.kind !== 'known') return undefined;
  const given = parts.flatMap((id) => {
    const cell = cells.get(id);
    return cell !== undefined && cell.cell.kind === 'known' ? [[cell, cell.cell.value] as const] : [];
  });
  const sum = given.reduce((all, [, value]) => all + value, 0);
  const { value } = whole.cell;
  const isTooLittle = sense === 'equal' && given.length === parts.length && sum < value;
  return sum > value || isTooLittle ? { whole, total: value, parts: given, sum } : undefined;
}

function problemOf(
  sense: Relation['sense'],
  { whole, total, parts, sum }: Found,
  { manifest }: Bundle
): Problem {
  const areas = new Map(manifest.areas.map(({ id, name }) => [id, name]));
  const periods = new Map(manifest.periods.map(({ id, label }) => [id, label]));
  const traitsOf = ({ of, area, period, measure, members, face }: TableCell) => [
    areas.get(area) ?? area,
    periods.get(period) ?? period,
    `“${measure.name}”`,
    ...of.table.dimensions.flatMap((id, at) => {
      const member = members[at] ?? ALL;
      const dimension = of.cube.dimensions.find((each) => each.id === id);
      return member === ALL
        ? []
        : [`${midSentence(dimension?.name ?? id)}: ${memberCalled(dimension, member, manifest)}`];
    }),
    `in “${of.table.title}”`,
    ...(face === 'of' ? ['the number it is out of'] : [])
  ];
  const said = traitsOf(whole);
  const own = (cell: TableCell) => traitsOf(cell).filter((trait) => !said.includes(trait));
  const addends = parts
    .map(([cell, value]) => `${value} (${own(cell).join(', ') || 'the same figure again'})`)
    .join(' + ');
  const made = parts.length === 1 ? addends : `${addends} = ${sum}`;
  return {
    severity: 'warning',
    rule: 'sum-does-not-add-up',
    file: whole.of.table.file,
    message: `${said.join(', ')}: the figure is ${total}, and what ${sense === 'equal' ? 'makes it up' : 'it is never less than'} is ${made}`,
    remedy: 'Correct the raw figures, or leave out the table if they cannot be corrected.'
  };
}
