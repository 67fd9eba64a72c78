import { describe, expect, test } from 'vitest';
import {
  ALL_FILL,
  BAND,
  INK,
  SECONDARY,
  SENSES,
  SHADES,
  STYLES,
  TICK,
  WHITE
} from '../../src/lib/charts/palette.ts';

/** Contrast ratio of two colours as WCAG 2.2 defines it. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light = 1, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test('contrast of black on white is 21', () => {
  expect(contrast('#000000', WHITE)).toBeCloseTo(21, 5);
});

describe.each(Object.entries(STYLES))('%s', (_role, style) => {
  test('marks and outlines stand out from white by 3 to 1', () => {
    expect(contrast(style.mark, WHITE)).toBeGreaterThanOrEqual(3);
  });

  test('text stands out from white by 4.5 to 1', () => {
    expect(contrast(style.text, WHITE)).toBeGreaterThanOrEqual(4.5);
  });

  test('an outline that differs from its inside can be told from it', () => {
    if (style.fill !== style.mark) expect(contrast(style.mark, style.fill)).toBeGreaterThanOrEqual(3);
    expect(style.width).toBeGreaterThanOrEqual(2);
  });
});

test('icons and special-cause points make 4.5 to 1 in every sense, grey and blue among them', () => {
  for (const colour of Object.values(SENSES)) expect(contrast(colour, WHITE)).toBeGreaterThanOrEqual(4.5);
});

test('a volume’s special cause is neither red nor green', () => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    parseInt(SENSES.neutral.slice(at, at + 2), 16)
  );
  expect(blue).toBeGreaterThan(red);
  expect(blue).toBeGreaterThan(green);
});

test('all children can be told from those with neglect, and both from white by their outline', () => {
  expect(contrast(ALL_FILL, STYLES.focus.mark)).toBeGreaterThanOrEqual(3);
});

test('the lightest mark makes 3 to 1 and the lightest text 4.5 to 1', () => {
  expect(contrast(TICK, WHITE)).toBeGreaterThanOrEqual(3);
  for (const text of [INK, SECONDARY]) expect(contrast(text, WHITE)).toBeGreaterThanOrEqual(4.5);
});

describe('shades of a share', () => {
  test('words stand out from every shade by 4.5 to 1', () => {
    for (const { fill, text } of SHADES) expect(contrast(fill, text)).toBeGreaterThanOrEqual(4.5);
  });

  test('each shade is darker than the one before, and the lightest is not white', () => {
    const onWhite = SHADES.map(({ fill }) => contrast(fill, WHITE));
    expect(onWhite).toEqual([...onWhite].sort((a, b) => a - b));
    for (const [i, ratio] of onWhite.entries()) expect(ratio).toBeGreaterThan((onWhite[i - 1] ?? 1) * 1.12);
  });
});

test('an authority can be told from the band of the middle half by 3 to 1', () => {
  expect(contrast(TICK, BAND)).toBeGreaterThanOrEqual(3);
});
