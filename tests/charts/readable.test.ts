import { describe, expect, test } from 'vitest';
import { known } from '../../src/lib/domain/cell.ts';
import type { Size } from '../../src/lib/charts/frame.ts';
import { draw, wordsIn, type Words } from './drawing.ts';
import { FIXTURES } from './fixtures.ts';

const overlap = (a: Words, b: Words) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;

const sizes: readonly Size[] = ['wide', 'narrow'];

describe.each(sizes)('%s', (size) => {
  describe.each(Object.entries(FIXTURES))('%s', (_name, { spec }) => {
    const svg = draw(spec, size);
    const words = wordsIn(svg);
    const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(/[ ,]/).map(Number);

    test('no two texts overlap', () => {
      const pairs = words.flatMap((a, i) =>
        words.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`${a.text} / ${b.text}`] : []))
      );
      expect(words.length).toBeGreaterThan(2);
      expect(pairs).toEqual([]);
    });

    test('no text is cut off by the edge', () => {
      const outside = words.filter(
        ({ left, right, top, bottom }) => left < -1 || right > width + 1 || top < -1 || bottom > height + 1
      );
      expect(outside.map(({ text }) => text)).toEqual([]);
    });

    test('no text is under 13 px at true size', () => {
      expect(Math.min(...words.map((word) => word.size))).toBeGreaterThanOrEqual(13);
    });

    test('nothing is rotated, no style sheet, script, address or label for machines is left', () => {
      const markup = svg.outerHTML.replaceAll(/<defs>.*?<\/defs>/gs, '');
      expect(markup).not.toMatch(/rotate|<style|<script|href=|aria-label|https?:/);
      expect(svg.getAttribute('aria-hidden')).toBe('true');
    });

    test('patterns are named after the drawing that uses them', () => {
      const ids = [...svg.querySelectorAll('pattern')].map((pattern) => pattern.id);
      expect(ids).toEqual([`test-${size}-withheld`, `test-${size}-possible`]);
      for (const [, used = ''] of svg.outerHTML.matchAll(/url\(#(.*?)\)/g)) expect(ids).toContain(used);
    });
  });
});

test('a name with markup in it stays text', () => {
  const svg = draw(
    {
      kind: 'bars',
      unit: 'children',
      decimals: 0,
      rows: [{ id: 'x', label: '<script>a</script>&', role: 'focus', cell: known(3), text: '3' }]
    },
    'narrow'
  );
  expect(svg.querySelectorAll('script')).toHaveLength(0);
  expect(wordsIn(svg).map(({ text }) => text)).toContain('<script>a</script>&');
});
