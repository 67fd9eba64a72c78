/** Plans for neglect of every authority of England where it lies, one tile each. */
import grid from '../../../../data/geography/tiles.json' with { type: 'json' };
import { isWithheld } from '#lib/disclosure/may-say.ts';
import { isKnown, isThere, type Cell } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/period.ts';
import { roundHalfUp } from '#lib/stats/rounding.ts';
import { cellText, counted, number, sentence } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import type { ChartModel, Tile } from '../model.ts';
import { sourcesOf, tablesOf } from '../provenance.ts';

const RATE = 'plans-neglect-rate';
const EMPTY = '---';
/** With fewer authorities than this it would be no map of the country. */
const ENOUGH = 100;

/** Column and row by area. */
const PLACES: ReadonlyMap<string, { readonly column: number; readonly row: number }> = new Map(
  grid.rows.flatMap((line, row) =>
    line
      .split(' ')
      .flatMap((code, column) => (code === EMPTY ? [] : [[`la${code}`, { column, row }] as const]))
  )
);

const FIFTHS = [0.2, 0.4, 0.6, 0.8];

/** The value under which this part of them lies. */
const below = (sorted: readonly number[], part: number) => sorted[Math.ceil(sorted.length * part)] ?? 0;

interface Authority {
  readonly id: string;
  readonly name: string;
  readonly value: Cell;
}

/** `No tile here, because they have ended since: Cumbria 20.5; Northamptonshire withheld`; undefined where each has one. */
function withoutTile(
  { catalogue }: Context,
  areas: readonly Authority[],
  decimals: number
): string | undefined {
  if (areas.length === 0) return undefined;
  const ended = areas.every(
    ({ id }) => catalogue.manifest.areas.find((area) => area.id === id)?.to !== undefined
  );
  const why = ended ? `, because ${areas.length === 1 ? 'it has' : 'they have'} ended since` : '';
  return `No tile here${why}: ${areas.map(({ name, value }) => `${name} ${cellText(value, decimals)}`).join('; ')}`;
}

/** Undefined where the areas are not those of England: made-up ones, or a bundle without their codes. */
export function tileMap(context: Context): ChartModel | undefined {
  const { area, period } = context;
  const { indicator } = context.result(RATE);
  const found = context.authorities(RATE).filter(({ value }) => isThere(value));
  const areas = found.flatMap((each) => {
    const place = PLACES.get(each.id);
    return place ? [{ ...each, ...place }] : [];
  });
  const unplaced = found.filter(({ id, value }) => !PLACES.has(id) && (isKnown(value) || isWithheld(value)));
  const all = [...areas, ...unplaced];
  const values = areas
    .flatMap(({ value }) => (isKnown(value) ? [value.value] : []))
    .toSorted((a, b) => a - b);
  if (areas.length < ENOUGH || values.length < ENOUGH) return undefined;
  const others = all.filter(({ id, value }) => id !== area.id && isKnown(value)).length;
  const withheld = all.filter(({ value }) => isWithheld(value)).length;
  const steps = FIFTHS.map((part) => roundHalfUp(below(values, part), indicator.decimals));
  const own = all.find(({ id }) => id === area.id);
  const date = dateInWords(period.end);
  const title = own
    ? `${area.name}: ${cellText(own.value, indicator.decimals)}${isKnown(own.value) ? ' for every 10,000 children' : ''}. ${sentence(counted(others, 'other authority is', 'other authorities are'))} shown beside it`
    : `From under ${number(steps[0] ?? 0, 1)} to ${number(steps.at(-1) ?? 0, 1)} and more for every 10,000 children, in every part of the country`;
  const beneath = withoutTile(context, unplaced, indicator.decimals);
  const subtitle = `Children on a plan for neglect per 10,000 children, ${date}. Each tile is one authority of England. Each shade holds a fifth of them.${withheld === 0 ? '' : ` For ${counted(withheld, 'authority', 'authorities')} the figure is withheld.`}`;
  return {
    id: 'tile-map',
    indicator: indicator.id,
    title,
    subtitle,
    description: `${title}. A map of equal tiles; the table names this authority, similar ones and those without a figure.${beneath === undefined ? '' : ` ${beneath}.`}`,
    mark: indicator.mark,
    spec: {
      kind: 'tiles',
      unit: indicator.unit,
      decimals: indicator.decimals,
      steps,
      tiles: areas.map(({ id, name, column, row, value }): Tile => ({
        id,
        label: name,
        column,
        row,
        cell: value,
        focus: id === area.id
      })),
      ...(beneath === undefined ? {} : { beneath })
    },
    table: {
      caption: `${subtitle} Listed: ${area.name}, similar areas and those without a figure${beneath === undefined ? '' : ' or a tile'}; every other authority has its own page.`,
      columns: [
        { key: 'area', label: 'Area', kind: 'text' },
        { key: 'value', label: 'Figure', kind: 'number', decimals: indicator.decimals, unit: indicator.unit }
      ],
      rows: all
        .filter(
          ({ id, value }) =>
            id === area.id || context.neighbours.includes(id) || !isKnown(value) || !PLACES.has(id)
        )
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
        .map(({ name, value }) => ({ area: name, value }))
    },
    notes: notesOf(context, context.result(RATE)),
    covers: date,
    sources: sourcesOf(context, tablesOf(context, RATE)),
    file: `tile-map-${period.id}`
  };
}
