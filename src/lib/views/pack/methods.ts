/** Which methods the figures of a pack used. */
import { isWithheld } from '#lib/disclosure/may-say.ts';
import type { Cell } from '#lib/domain/cell.ts';
import { Mark } from '#lib/domain/mark.ts';
import { methodsText } from '#lib/words/pack-methods.ts';
import type { ChartModel, Fact, TableFigure, ViewModel } from '../model.ts';
import type { PackBlock } from './model.ts';

const cellsOf = ({ table }: TableFigure): readonly Cell[] =>
  table.rows.flatMap((row) => Object.values(row).filter((value) => typeof value === 'object'));

/** @param protection rules by which figures were protected, as their bundles say */
export function methodsOf(
  blocks: readonly PackBlock[],
  models: readonly ViewModel[],
  protection: readonly string[]
): readonly Fact[] {
  const drawn = blocks.flatMap((block): readonly (ChartModel | TableFigure)[] =>
    block.kind === 'figure' ? [block.figure.drawn] : []
  );
  const numbers = blocks.flatMap((block) => (block.kind === 'numbers' ? block.figures : []));
  const statements = blocks.flatMap((block) =>
    block.kind === 'statements' ? block.statements : block.kind === 'headline' ? [block.statement] : []
  );
  const kinds = new Set(drawn.flatMap((figure) => ('spec' in figure ? [figure.spec.kind] : [])));
  const words = [
    ...drawn.flatMap((figure) => [figure.title, 'subtitle' in figure ? figure.subtitle : '']),
    ...statements.map(({ text }) => text),
    ...numbers.map(({ unit }) => unit)
  ].join(' ');
  const compares = models.map(({ compare }) => compare);
  const used = new Set([
    ...drawn.flatMap(({ mark, table }) => [mark, ...table.columns.flatMap((column) => column.mark ?? [])]),
    ...numbers.map(({ mark }) => mark),
    ...statements.flatMap(({ mark }) => mark ?? [])
  ]);
  const country = compares.flatMap(
    ({ label }) => / and (\S.*)$/.exec(label)?.[1] ?? / ?(.+) only$/.exec(label)?.[1] ?? []
  );
  return methodsText({
    marks: Mark.options.filter((mark) => used.has(mark)),
    rates: /10,000/.test(words),
    ranges:
      numbers.some(({ range }) => range !== undefined) ||
      /clearly|probably|cannot tell|too uncertain/i.test(words),
    similar: compares.some(({ id }) => id === 'neighbours'),
    country: country[0],
    overTime: kinds.has('series') || kinds.has('multiples'),
    hidden: kinds.has('nested'),
    control: kinds.has('control'),
    withheld: drawn.flatMap(cellsOf).some(isWithheld) || numbers.some(({ cell }) => isWithheld(cell)),
    protection
  });
}
