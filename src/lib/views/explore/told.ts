/** What is said of figures in Explore: of what, when, how many are not there, and what to know of them. */
import { isKnown, type Reason } from '#lib/domain/cell.ts';
import type { Cube } from '#lib/domain/cube.ts';
import type { Facts } from '#lib/db/facts.ts';
import type { Picked } from '#lib/selection/explore.ts';
import { momentText } from '#lib/words/explore.ts';
import { counted, listed, lowerFirst, number } from '#lib/words/number.ts';
import { toldArea, toldPeriod, type Figure, type Told } from './marks.ts';
import type { Settled } from './settled.ts';

/** `England`, `Leeds and Rutland`, `150 areas`. */
export function areasText({ areas }: Settled): string {
  return areas.length <= 3 ? listed(areas.map(({ name }) => name)) : `${String(areas.length)} areas`;
}

/** `31 March 2024`, `31 March 2013 to 31 March 2024`. */
export function coversText({ periods, measure }: Settled): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return '';
  const end = momentText(last, measure);
  return first === last ? end : `${momentText(first, measure)} to ${end}`;
}

/** `Plans open by category: Leeds, 31 March 2024`. */
export function titleOf(settled: Settled, rateUnit?: string): string {
  const { cube, measure, by } = settled;
  const names = by.map((id) => lowerFirst(cube.dimensions.find((each) => each.id === id)?.name ?? id));
  const told = names.length === 0 ? '' : ` by ${listed(names)}`;
  const per = rateUnit === undefined ? '' : ` ${rateUnit}`;
  return `${measure.name}${per}${told}: ${areasText(settled)}, ${coversText(settled)}`;
}

/** How many of the figures are not there, and why. */
export function absentText(figures: readonly Figure[]): string[] {
  const reasons = new Map<Reason, number>();
  for (const { cell } of figures)
    if (!isKnown(cell)) reasons.set(cell.reason, (reasons.get(cell.reason) ?? 0) + 1);
  const many = (reason: Reason) => reasons.get(reason) ?? 0;
  const withheld = many('withheld');
  const none = many('notSupplied');
  const others = [...reasons.values()].reduce((sum, each) => sum + each, 0) - withheld - none;
  const of = `of ${counted(figures.length, 'figure', 'figures')}`;
  const are = (count: number) => `${number(count)} ${of} ${count === 1 ? 'is' : 'are'}`;
  return [
    ...(withheld === 0
      ? []
      : [`${are(withheld)} withheld, so that no child can be identified. A withheld figure is not 0.`]),
    ...(none === 0 ? [] : [`${are(none)} not supplied in this table.`]),
    ...(others === 0 ? [] : [`${are(others)} missing for other reasons: the table says which.`])
  ];
}

/** What to know of a breakdown; how its codes are made, and in which file, is nothing to a reader. */
function noteOf({ dimensions }: Cube, id: string): string | undefined {
  const dimension = dimensions.find((each) => each.id === id);
  return dimension?.open === 'indicators' || dimension?.open === 'rounds' ? undefined : dimension?.note;
}

/** Notes of the bundle on the table, for the areas and periods shown. */
export function notesOf(
  { catalogue }: Facts,
  { table, areas, periods, measure, cube, by }: Settled
): string[] {
  const bound = catalogue.manifest.notes
    .filter(
      (note) =>
        note.table === table.id &&
        (note.areas === undefined || areas.some(({ id }) => note.areas?.includes(id))) &&
        (note.periods === undefined || periods.some(({ id }) => note.periods?.includes(id)))
    )
    .map(({ text }) => text);
  const own = [measure.note, ...by.map((id) => noteOf(cube, id))];
  return [...new Set([...own.filter((text) => text !== undefined), ...bound])];
}

/** The picks that stand for something here, with their words. */
export function filtersOf(
  settled: Settled,
  combos: readonly (readonly Told[])[],
  periods: Settled['periods'],
  only: readonly Picked[]
): readonly Told[] {
  const all = [
    ...settled.areas.map(toldArea),
    ...periods.map((period) => toldPeriod(period, settled)),
    ...combos.flat()
  ];
  return only.flatMap(
    (pick) => all.find(({ aspect, value }) => aspect === pick.aspect && value === pick.value) ?? []
  );
}

/** One figure in words, by what varies: `Leeds, neglect: 185`. */
export function spoken(
  { area, members, period, cell }: Figure,
  vary: readonly string[],
  decimals: number
): string {
  const told = [area, ...members, period].filter(({ aspect }) => vary.includes(aspect));
  const words = isKnown(cell) ? number(cell.value, decimals) : 'no number';
  return told.length === 0 ? words : `${told.map(({ label }) => label).join(', ')}: ${words}`;
}
