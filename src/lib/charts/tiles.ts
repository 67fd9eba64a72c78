import * as Plot from '@observablehq/plot';
import { isKnown, REASON_WORDS, type Reason } from '#lib/domain/cell.ts';
import type { ChartSpec, Tile } from '#lib/views/model.ts';
import { number, sentence } from '#lib/words/number.ts';
import type { Frame } from './frame.ts';
import { at, box, hatch, hatches, missingBox, plainPlot, words, type Box } from './marks.ts';
import { nothingSupplied } from './nothing-supplied.ts';
import { INK, SECONDARY, SHADES, STYLES, WHITE } from './palette.ts';
import { widthOf, wrap } from './text-width.ts';

export type TilesSpec = Extract<ChartSpec, { kind: 'tiles' }>;

const GAP = 2;
/** Wide enough for a name. */
const NAMED = { wide: 128, narrow: 112 };
/** Of one swatch of the key, and of the space between two entries. */
const SWATCH = 16;
const APART = 14;

/** In which of the five steps of shade a value is. */
export function stepOf(value: number, steps: readonly number[]): number {
  return steps.filter((bound) => value >= bound).length;
}

interface Placed {
  readonly tile: Tile;
  readonly place: Box;
}

interface Entry {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** A step of shade, or why there is none; the ring is that of the area of the page. */
  readonly of: number | Reason | 'ring';
}

interface TilesLayout {
  readonly tiles: readonly Placed[];
  readonly unit: readonly string[];
  readonly key: readonly Entry[];
  /** Lines under the tiles, the first of them at `under`. */
  readonly beneath: readonly string[];
  readonly under: number;
  readonly height: number;
}

/** `under 12.0`, `12.0 to 16.9`, `28.1 or more`. */
function stepText(step: number, { steps, decimals }: TilesSpec): string {
  const [from, to] = [steps[step - 1], steps[step]];
  if (from === undefined) return `under ${number(to ?? 0, decimals)}`;
  return to === undefined
    ? `${number(from, decimals)} or more`
    : `${number(from, decimals)} to under ${number(to, decimals)}`;
}

function reasonsIn({ tiles }: TilesSpec): readonly Reason[] {
  return [...new Set(tiles.flatMap(({ cell }) => (isKnown(cell) ? [] : [cell.reason])))];
}

function keyOf(spec: TilesSpec, top: number, frame: Frame): { entries: Entry[]; bottom: number } {
  const focus = spec.tiles.find((tile) => tile.focus);
  const all: readonly Pick<Entry, 'of' | 'text'>[] = [
    ...(focus ? [{ of: 'ring' as const, text: focus.label }] : []),
    ...Array.from({ length: spec.steps.length + 1 }, (_, step) => ({ of: step, text: stepText(step, spec) })),
    ...reasonsIn(spec).map((reason) => ({ of: reason, text: REASON_WORDS[reason] }))
  ];
  let [x, y] = [0, top];
  const entries = all.map(({ of, text }) => {
    const width = SWATCH + 6 + widthOf(text, frame.small, of === 'ring' ? 700 : 400);
    if (x > 0 && x + width > frame.width) [x, y] = [0, y + frame.line + 6];
    const entry = { x, y, text, of };
    x += width + APART;
    return entry;
  });
  return { entries, bottom: y + frame.line };
}

function layoutTiles(spec: TilesSpec, frame: Frame): TilesLayout {
  const wide = frame.size === 'wide';
  const columns = Math.max(...spec.tiles.map(({ column }) => column)) + 1;
  const rows = Math.max(...spec.tiles.map(({ row }) => row)) + 1;
  const most = spec.named === true ? NAMED[frame.size] : wide ? 27 : 21;
  const size = Math.floor(Math.min(most, frame.width / columns));
  const left = Math.max(0, Math.floor((frame.width - columns * size) / 2));
  const unit = wrap(sentence(spec.unit), frame.width, frame.small);
  const key = keyOf(spec, unit.length * frame.line + 4, frame);
  const top = key.bottom + 12;
  const tiles = spec.tiles.map((tile) => {
    const [x, y] = [left + tile.column * size, top + tile.row * size];
    return { tile, place: { x1: x, x2: x + size - GAP, y1: y, y2: y + size - GAP } };
  });
  const bottom = top + rows * size;
  const beneath = spec.beneath === undefined ? [] : wrap(spec.beneath, frame.width, frame.small);
  const under = bottom + 6;
  return { tiles, unit, key: key.entries, beneath, under, height: under + beneath.length * frame.line };
}

const outlined = { stroke: STYLES.focus.mark, strokeWidth: 0.75 };

/** One mark for all tiles of a shade, so that a page of many tiles stays small. */
function many(places: readonly Box[], style: Plot.RectOptions): Plot.Markish[] {
  if (places.length === 0) return [];
  return [
    Plot.rect(places, {
      x1: at<Box>(({ x1 }) => x1),
      x2: at<Box>(({ x2 }) => x2),
      y1: at<Box>(({ y1 }) => y1),
      y2: at<Box>(({ y2 }) => y2),
      ...style
    })
  ];
}

function drawTiles(spec: TilesSpec, { tiles }: TilesLayout, frame: Frame): Plot.Markish[] {
  const of = (pick: (tile: Tile) => boolean) =>
    tiles.filter(({ tile }) => pick(tile)).map(({ place }) => place);
  return [
    ...SHADES.flatMap(({ fill }, step) =>
      many(
        of(({ cell }) => isKnown(cell) && stepOf(cell.value, spec.steps) === step),
        { fill, ...outlined }
      )
    ),
    ...reasonsIn(spec).flatMap((reason) =>
      many(
        of(({ cell }) => !isKnown(cell) && cell.reason === reason),
        reason === 'withheld'
          ? { fill: hatch(frame, 'withheld'), stroke: SECONDARY, strokeWidth: 0.75 }
          : { fill: WHITE, stroke: SECONDARY, strokeWidth: 1, strokeDasharray: '3 2' }
      )
    )
  ];
}

/** The name of each tile over its figure, where there are few. */
function drawNames(
  { named, decimals }: TilesSpec,
  { tiles }: TilesLayout,
  steps: readonly number[],
  frame: Frame
) {
  if (named !== true) return [];
  return words(
    tiles.flatMap(({ tile: { label, cell }, place: { x1, x2, y1, y2 } }) => {
      const shade = isKnown(cell) ? SHADES[stepOf(cell.value, steps)] : undefined;
      const said = [
        ...wrap(label, x2 - x1 - 10, frame.small),
        isKnown(cell) ? number(cell.value, decimals) : REASON_WORDS[cell.reason]
      ];
      const top = (y1 + y2 - said.length * frame.line) / 2;
      return said.map((text, i) => ({
        x: (x1 + x2) / 2,
        y: top + (i + 0.5) * frame.line,
        text,
        size: frame.small,
        anchor: 'middle' as const,
        weight: i === said.length - 1 ? (700 as const) : (400 as const),
        fill: shade?.text ?? INK,
        ground: shade?.fill ?? WHITE
      }));
    })
  );
}

const ring = ({ x1, x2, y1, y2 }: Box): Plot.Markish[] => [
  box({ x1: x1 - 2, x2: x2 + 2, y1: y1 - 2, y2: y2 + 2 }, { fill: 'none', stroke: WHITE, strokeWidth: 6 }),
  box({ x1: x1 - 1, x2: x2 + 1, y1: y1 - 1, y2: y2 + 1 }, { fill: 'none', stroke: INK, strokeWidth: 3 })
];

/** The area of the page, ringed as its name in the key is. */
function drawFocus({ tiles }: TilesLayout): Plot.Markish[] {
  return tiles.filter(({ tile }) => tile.focus).flatMap(({ place }) => ring(place));
}

function drawKey({ key }: TilesLayout, frame: Frame): Plot.Markish[] {
  return key.flatMap(({ x, y, of }) => {
    const place = { x1: x, x2: x + SWATCH, y1: y + 1, y2: y + 1 + SWATCH };
    if (of === 'ring') return ring({ x1: x + 3, x2: x + SWATCH - 3, y1: y + 4, y2: y + SWATCH - 2 });
    return typeof of === 'number'
      ? box(place, { fill: SHADES[of]?.fill ?? WHITE, ...outlined })
      : missingBox(place, of, frame);
  });
}

/** Every authority as a tile where it lies, none larger for its land; hatched where withheld, outlined where there is nothing. */
export function tilesOptions(spec: TilesSpec, frame: Frame): Plot.PlotOptions {
  if (spec.tiles.length === 0) return nothingSupplied(frame);
  const layout = layoutTiles(spec, frame);
  return {
    ...plainPlot(frame, layout.height),
    marks: [
      hatches(frame),
      ...drawKey(layout, frame),
      ...drawTiles(spec, layout, frame),
      ...drawNames(spec, layout, spec.steps, frame),
      ...drawFocus(layout),
      ...words([
        ...layout.unit.map((text, i) => ({
          x: 0,
          y: (i + 0.5) * frame.line,
          text,
          size: frame.small,
          fill: SECONDARY
        })),
        ...layout.key.map(({ x, y, text, of }) => ({
          x: x + SWATCH + 6,
          y: y + 1 + SWATCH / 2,
          text,
          size: frame.small,
          ...(of === 'ring' ? { weight: 700 as const } : {})
        })),
        ...layout.beneath.map((text, i) => ({
          x: 0,
          y: layout.under + (i + 0.5) * frame.line,
          text,
          size: frame.small
        }))
      ])
    ]
  };
}
