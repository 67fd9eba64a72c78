import { describe, expect, test } from 'vitest';
import { isKnown } from '../../src/lib/domain/cell.ts';
import { number } from '../../src/lib/words/number.ts';
import { draw, wordsIn } from './drawing.ts';
import { FIXTURES } from './fixtures.ts';

function tiles(name: string) {
  const spec = FIXTURES[name]?.spec;
  if (spec?.kind !== 'tiles') throw new Error(`fixture is not a map of tiles: ${name}`);
  return spec;
}
const sizes = ['wide', 'narrow'] as const;

describe.each(sizes)('a map of equal tiles, %s', (size) => {
  test('names the area of the page and every step of its shades, and no other area', () => {
    const spec = tiles('tiles');
    const said = wordsIn(draw(spec, size)).map(({ text }) => text);
    const focus = spec.tiles.find((tile) => tile.focus)?.label ?? 'none';
    expect(said).toContain(focus);
    for (const step of spec.steps) expect(said.join(' | ')).toContain(number(step, spec.decimals));
    const others = spec.tiles.filter((tile) => !tile.focus).map(({ label }) => label);
    expect(said.filter((text) => others.includes(text))).toEqual([]);
  });

  test('says that tiles are withheld where some are, and not otherwise', () => {
    const says = (name: string) => wordsIn(draw(tiles(name), size)).some(({ text }) => text === 'withheld');
    const has = (name: string) =>
      tiles(name).tiles.some(({ cell }) => !isKnown(cell) && cell.reason === 'withheld');
    for (const name of ['tiles', 'tiles-withheld', 'tiles-in-london'])
      expect(says(name), name).toBe(has(name));
    expect(has('tiles-withheld')).toBe(true);
  });

  test('names few tiles on themselves, with their figures, and hatches the withheld one', () => {
    const spec = tiles('tiles-localities');
    const said = wordsIn(draw(spec, size)).map(({ text }) => text);
    for (const text of ['Amberfold', '9.1', 'Dunmarsh', 'withheld', 'Fallowdown', 'not supplied'])
      expect(said, text).toContain(text);
    expect(draw(spec, size).querySelectorAll('[fill^="url(#"]').length).toBeGreaterThan(0);
  });

  test('says under the tiles what has a figure and no tile', () => {
    const spec = tiles('tiles');
    const beneath = 'No tile here, because they have ended since: Cumbria 20.5; Northamptonshire withheld';
    const plain = draw(spec, size);
    const drawn = draw({ ...spec, beneath }, size);
    const added = wordsIn(drawn).slice(wordsIn(plain).length);
    expect(added.map(({ text }) => text).join(' ')).toBe(beneath);
    expect(drawn.getAttribute('viewBox')).not.toBe(plain.getAttribute('viewBox'));
  });

  test('gives every area a place of its own', () => {
    const places = tiles('tiles').tiles.map(({ column, row }) => `${String(column)},${String(row)}`);
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBeGreaterThan(140);
  });
});
