import { describe, expect, test } from 'vitest';
import { placeEnds } from '../../src/lib/charts/place-ends.ts';
import { placeLanes } from '../../src/lib/charts/place-lanes.ts';
import { widthOf, wrap } from '../../src/lib/charts/text-width.ts';

describe('labels at line ends', () => {
  test('a label that is alone stands where it wants', () => {
    expect(placeEnds([{ want: 50, height: 20 }], 0, 100)).toEqual([50]);
  });

  test('labels that want the same place share the way', () => {
    const labels = [
      { want: 50, height: 20 },
      { want: 50, height: 20 }
    ];
    expect(placeEnds(labels, 0, 100)).toEqual([40, 60]);
  });

  test('labels keep the order of their values and never overlap', () => {
    const wants = [90, 12, 14, 13, 88, 50];
    const middles = placeEnds(
      wants.map((want) => ({ want, height: 15 })),
      0,
      100
    );
    const pairs = wants.map((want, i) => ({ want, y: middles[i] ?? 0 })).sort((a, b) => a.want - b.want);
    pairs.slice(1).forEach(({ y }, i) => expect(y - (pairs[i]?.y ?? 0)).toBeGreaterThanOrEqual(15 - 1e-9));
    expect(Math.min(...middles)).toBeGreaterThanOrEqual(7.5);
    expect(Math.max(...middles)).toBeLessThanOrEqual(92.5);
  });
});

describe('labels on rules', () => {
  const clear = (items: { x: number; width: number }[]) => {
    const placed = placeLanes(items, 0, 340);
    placed.forEach((a, i) => {
      expect(a.left).toBeGreaterThanOrEqual(0);
      expect(a.right).toBeLessThanOrEqual(340);
      placed.forEach((b, j) => {
        if (i < j && a.lane === b.lane) expect(a.left >= b.right || b.left >= a.right).toBe(true);
        const x = items[j]?.x ?? 0;
        if (b.lane > a.lane) expect(x < a.left || x > a.right).toBe(true);
      });
    });
    return placed;
  };

  test('labels far apart share one lane', () => {
    expect(
      clear([
        { x: 60, width: 80 },
        { x: 250, width: 80 }
      ]).map(({ lane }) => lane)
    ).toEqual([0, 0]);
  });

  test('no rule runs through the words of another', () => {
    clear([
      { x: 100, width: 110 },
      { x: 106, width: 120 },
      { x: 84, width: 90 }
    ]);
    clear([
      { x: 2, width: 60 },
      { x: 30, width: 60 },
      { x: 320, width: 150 }
    ]);
    clear([
      { x: 150, width: 160 },
      { x: 152, width: 160 },
      { x: 154, width: 160 }
    ]);
  });
});

describe('wrapping', () => {
  test('lines are no wider than asked and lose no word', () => {
    const text = 'All children in need, with children in care and care leavers';
    const lines = wrap(text, 160, 15);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(widthOf(line, 15)).toBeLessThanOrEqual(160);
  });

  test('lines are about as long as each other', () => {
    expect(wrap('Similar areas (median of ten)', 200, 15.5)).toEqual(['Similar areas', '(median of ten)']);
  });

  test('a no-break space holds a figure and its year together', () => {
    expect(wrap('Rutland 12\u00a0in\u00a02022', 90, 15)).toEqual(['Rutland', '12\u00a0in\u00a02022']);
  });
});
