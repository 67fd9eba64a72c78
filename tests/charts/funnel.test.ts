import { describe, expect, test } from 'vitest';
import { cutTo } from '../../src/lib/charts/funnel-curves.ts';
import { placeBeside } from '../../src/lib/charts/place-beside.ts';
import { rangeTicks } from '../../src/lib/charts/range-ticks.ts';
import { number } from '../../src/lib/words/number.ts';
import { draw, wordsIn } from './drawing.ts';
import { FUNNEL_FIXTURES } from './fixtures-funnel.ts';

const fixtures = Object.values(FUNNEL_FIXTURES).flatMap(({ id, spec, table }) =>
  spec.kind === 'funnel' ? [{ id, spec, table }] : []
);
const limits = (svg: Element) =>
  [...svg.querySelectorAll('g[stroke="#595959"][stroke-width="1.5"] path')].map(
    (path) => path.getAttribute('d') ?? ''
  );

describe.each(fixtures)('$id', ({ spec, table }) => {
  const svg = draw(spec, 'wide');
  const said = wordsIn(svg)
    .map(({ text }) => text)
    .join(' ')
    .replaceAll('\u00a0', ' ');

  test('every area has one mark and one row', () => {
    const similar = spec.areas.filter(({ role }) => role === 'neighbours').length;
    const diamonds = svg.querySelectorAll('g[fill="#cfdcea"] path').length - (similar > 0 ? 1 : 0);
    expect(diamonds).toBe(similar);
    const specks = svg.querySelector('g[stroke-linecap] path')?.getAttribute('d')?.match(/h0/g) ?? [];
    expect(svg.querySelectorAll('circle').length + specks.length).toBe(spec.areas.length - similar);
    expect(table.rows.map((row) => row['area'])).toEqual(
      expect.arrayContaining(spec.areas.map(({ label }) => label))
    );
  });

  test('named areas and the target have their figure beside their name', () => {
    for (const { role, label, value } of spec.areas)
      if (role !== undefined && role !== 'neighbours')
        for (const word of `${label} ${number(value, spec.decimals)}`.split(' '))
          expect(said).toContain(word);
    expect(said).toContain(`${spec.target.label} ${number(spec.target.value, spec.decimals)}`);
  });

  test('both limits are named, and widened ones are called so', () => {
    expect(said).toMatch(/99\.8% limit/);
    expect(said).toMatch(/95% (limit|and)/);
    expect(said.includes('wider than chance alone would make them')).toBe(spec.adjusted);
  });

  test('no limit leaves the scale', () => {
    const tickYs = wordsIn(svg).filter(({ right }) => right < 60 && right > 20);
    const ys = limits(svg).flatMap((d) => [...d.matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y)));
    const ends = tickYs.map(({ top, bottom }) => (top + bottom) / 2);
    expect(ys.length).toBeGreaterThan(0);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(Math.min(...ends) - 1);
    expect(Math.max(...ys)).toBeLessThanOrEqual(Math.max(...ends) + 1);
  });

  test('its scale starts at zero or says that it does not', () => {
    const low = Math.min(...spec.areas.map(({ value }) => value));
    if (said.includes('does not start at zero')) expect(low).toBeGreaterThan(0);
    else expect(said.split(' ')).toContain('0');
  });
});

describe('the scale of marks whose place is read', () => {
  test('starts at zero unless all lies in the upper half', () => {
    expect(rangeTicks(3, 40, 5, false)[0]).toBe(0);
    expect(rangeTicks(19, 40, 5, false)[0]).toBe(0);
    expect(rangeTicks(72, 94, 5, false)).toEqual([70, 75, 80, 85, 90, 95]);
  });

  test('holds negative, equal and zero figures', () => {
    expect(rangeTicks(-4, 9, 5, true)).toEqual([-5, 0, 5, 10]);
    expect(rangeTicks(12, 12, 5, true).at(-1)).toBeGreaterThanOrEqual(12);
    expect(rangeTicks(0, 0, 5, true)).toEqual([0, 1]);
  });
});

describe('a curve cut to its scale', () => {
  test('ends where it crosses, and begins again where it comes back', () => {
    const wave = [
      [0, 15],
      [10, 5],
      [20, -5],
      [30, 5]
    ] as const;
    expect(cutTo(wave, 0, 10)).toEqual([
      [
        [5, 10],
        [10, 5],
        [15, 0]
      ],
      [
        [25, 0],
        [30, 5]
      ]
    ]);
  });

  test('outside all along is not drawn', () => {
    expect(
      cutTo(
        [
          [0, 20],
          [10, 30]
        ],
        0,
        10
      )
    ).toEqual([]);
  });
});

describe('names beside their dots', () => {
  const room = { left: 0, right: 400, top: 0, bottom: 300 };
  const item = { x: 200, y: 150, r: 7, width: 90, height: 19 };

  test('stand at the dot where nothing is in the way', () => {
    const [box] = placeBeside([item], [], room);
    expect(box?.left).toBe(212);
  });

  test('keep clear of other dots, of each other and of the edge', () => {
    const boxes = placeBeside(
      [item, { ...item, x: 203 }, { ...item, x: 395 }],
      [{ x: 240, y: 150, r: 3, weight: 1 }],
      room
    );
    boxes.forEach((a, i) => {
      expect(a.left).toBeGreaterThanOrEqual(0);
      expect(a.right).toBeLessThanOrEqual(400);
      for (const b of boxes.slice(i + 1))
        expect(a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top).toBe(true);
    });
    expect((boxes[0]?.left ?? 0) < 240 && (boxes[0]?.right ?? 0) > 240 && boxes[0]?.top === 140.5).toBe(
      false
    );
  });

  test('stand off the line of the target', () => {
    const [box] = placeBeside([item], [], room, 150);
    expect((box?.bottom ?? 150) <= 150 || (box?.top ?? 150) >= 150).toBe(true);
  });
});
