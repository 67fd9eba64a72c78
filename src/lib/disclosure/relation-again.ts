/** Children of a longer period and of the shorter ones within it: they may come in several, but in one at least. */
import { idAs, meaningOf, type Frame, type TableCell } from './relation-cells.ts';
import { familyOf } from './relation-doubt.ts';
import { addsOverTime } from './relation-frame.ts';
import { countsEachTime } from './relation-measures.ts';
import { refine, type Span } from './relation-spans.ts';
import type { Relation } from './relations.ts';

const DAY = 86_400_000;

/**
 * No more children come in a year than in its quarters together, each counted in every quarter in which they come: what
 * is counted once in a period is no more than the sum over shorter ones that make it up. Where a shorter one tells only how
 * often children came, that is no fewer than they are. `cells` are as `canonicalCells` names them.
 */
export function againRelations(cells: readonly TableCell[], { periods }: Frame): Relation[] {
  const days = new Map(periods.map((period) => [period.id, period]));
  const groups = new Map<string, Map<string, Placed>>();
  for (const cell of cells) {
    const period = days.get(cell.period);
    if (cell.measure.kind !== 'flow' || cell.face !== 'value') continue;
    if (period === undefined || period.kind === 'date' || period.kind === 'round') continue;
    const span = { from: Date.parse(period.start) / DAY, to: Date.parse(period.end) / DAY + 1 };
    const key = meaningOf({ ...cell, measure: { ...cell.measure, id: '' } }, '');
    const group = groups.get(key) ?? new Map<string, Placed>();
    const place = `${cell.measure.id} ${span.from} ${span.to}`;
    if (!group.has(place)) group.set(place, { cell, ...span });
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) => {
    const once = [...group.values()].filter(({ cell }) => !addsOverTime(cell.measure));
    return once.flatMap((whole) => relationsIn(whole, group));
  });
}

interface Placed extends Omit<Span, 'id'> {
  readonly cell: TableCell;
}

function relationsIn(whole: Placed, group: ReadonlyMap<string, Placed>): Relation[] {
  const { measure } = whole.cell;
  return coversOf(whole, shorterThan(whole, group)).flatMap((parts): Relation[] => {
    const why = 'whoever comes in a longer period comes in one of the shorter ones that make it up';
    const family = familyOf('again', [whole.cell, ...parts]);
    const spelled = parts.map(({ period }) => period).join(' and ');
    const together = idAs(whole.cell, { measure: `${measure.name}, counted in each of ${spelled}` });
    const ids = parts.map(({ id }) => id);
    return [
      { sense: 'equal', total: together, parts: ids, assumed: true, family, why },
      { sense: 'at least', total: together, parts: [whole.cell.id], assumed: true, family, why }
    ];
  });
}

/** Of each shorter period, who came in it, or else how often. */
function shorterThan({ cell, from, to }: Placed, group: ReadonlyMap<string, Placed>): Placed[] {
  const often = countsEachTime(cell.of.cube.id, cell.measure.id);
  const within = [...group.values()].filter(
    (each) => from <= each.from && each.to <= to && (from < each.from || each.to < to)
  );
  const counted = (measure: string | undefined) => within.filter((each) => each.cell.measure.id === measure);
  const spans = new Map(
    [...counted(often), ...counted(cell.measure.id)].map((each) => [`${each.from} ${each.to}`, each])
  );
  return [...spans.values()];
}

/** The finest way to make up a period of shorter ones, and all ways to make it up of two. */
function coversOf({ from, to }: Placed, shorter: readonly Placed[]): TableCell[][] {
  const byId = new Map(shorter.map(({ cell }) => [cell.id, cell]));
  const { pieces } = refine(
    shorter.map((each) => ({ id: each.cell.id, from: each.from, to: each.to })),
    () => ''
  );
  const isWhole =
    pieces[0]?.from === from &&
    pieces.at(-1)?.to === to &&
    pieces.every(({ id, to: end }, at) => byId.has(id) && (pieces[at + 1]?.from ?? end) === end);
  const finest = isWhole ? pieces.flatMap(({ id }) => byId.get(id) ?? []) : [];
  const twos = shorter
    .filter((first) => first.from === from)
    .flatMap((first) =>
      shorter
        .filter((second) => second.from === first.to && second.to === to)
        .map((second) => [first.cell, second.cell])
    );
  return finest.length > 2 ? [finest, ...twos] : twos;
}
