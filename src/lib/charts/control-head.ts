/** What stands above a control chart: its icons with their words, and what its triangles mean. */
import { isKnown } from '#lib/domain/cell.ts';
import { isAnew, type ControlSpec } from '#lib/views/control-table.ts';
import { assuranceWords, variationWords } from '#lib/words/control.ts';
import { ICON, type Icon } from './control-icons.ts';
import type { Frame } from './frame.ts';
import { widthOf, wrap } from './text-width.ts';

export interface PlacedIcon {
  readonly icon: Icon;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}

export interface KeyItem {
  readonly side: 'high' | 'low';
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Icons with their words, side by side or one below the other; none for a single figure, which says nothing. */
export function iconsOf(
  spec: ControlSpec,
  top: number,
  frame: Frame
): { icons: PlacedIcon[]; bottom: number } {
  const { limits, variation, assurance, points } = spec;
  if (points.filter(({ cell }) => isKnown(cell)).length < 2) return { icons: [], bottom: top };
  const said: { icon: Icon; words: string }[] = [
    { icon: variation, words: variationWords(variation, limits, isAnew(spec)) },
    ...(assurance === 'none' ? [] : [{ icon: assurance, words: assuranceWords(assurance) }])
  ];
  const wide = frame.size === 'wide';
  const column = wide && said.length > 1 ? frame.width / 2 : frame.width;
  const room = column - 2 * ICON - 9 - (wide ? 12 : 0);
  const step = 2 * ICON + 10;
  const icons = said.map(({ icon, words }, i) => ({
    icon,
    x: ICON + 1 + (wide ? i * column : 0),
    y: top + ICON + 4 + (wide ? 0 : i * step),
    lines: wrap(words, room, frame.text, 700)
  }));
  return { icons, bottom: top + (wide ? 1 : said.length) * step + 2 };
}

/** What the triangles mean, where there are any. */
export function keyOf(
  { points, limits, better }: ControlSpec,
  top: number,
  frame: Frame
): { key: KeyItem[]; bottom: number } {
  const sides = (['high', 'low'] as const).filter((each) => points.some(({ side }) => side === each));
  const sense = (side: 'high' | 'low') =>
    better === undefined ? '' : better === side ? ': an improvement' : ': of concern';
  let x = 7;
  let y = top;
  const key = sides.map((side, i) => {
    const text =
      limits === 'control'
        ? `more than chance, ${side}${sense(side)}`
        : `long run ${side === 'high' ? 'above' : 'below'} the median${sense(side)}`;
    const width = 12 + widthOf(text, frame.small);
    if (i > 0 && x + width > frame.width) {
      x = 7;
      y += frame.line;
    }
    const item = { side, text, x, y: y + frame.line / 2 };
    x += width + 22;
    return item;
  });
  return { key, bottom: key.length === 0 ? top : y + frame.line + 4 };
}
