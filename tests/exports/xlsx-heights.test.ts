import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeXlsx, type MadeCell } from '#lib/exports/xlsx.ts';
import { ROW_HEIGHT, rowHeight } from '#lib/exports/xlsx-heights.ts';

const cell = (text: string, style: MadeCell['style'] = 'text'): MadeCell => ({ text, style });
const words = (letters: number) => 'word '.repeat(letters / 5).trim();

describe('the rows of a made workbook', () => {
  it('say how high they are where words go over lines, because not every program works it out', () => {
    const rows = [[cell(words(300))], [cell('Short')], [cell(words(150), 'heading')]];
    const parts = unzipSync(makeXlsx('A title', [{ name: 'One', widths: [62], rows }]));
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const heights = [...xml.matchAll(/<row r="(\d+)"(?: ht="([\d.]+)" customHeight="1")?>/g)].map(
      ([, row, height]) => [Number(row), height === undefined ? undefined : Number(height)]
    );
    expect(heights).toEqual([
      [1, 75],
      [2, undefined],
      [3, 3 * 18.75]
    ]);
  });

  it('are as high as the one of their cells that needs most lines', () => {
    expect(
      rowHeight([cell('Area', 'columnHead'), cell('Figure (per 10,000 children)', 'numberHead')], [62, 14])
    ).toBe(3 * ROW_HEIGHT);
    expect(rowHeight([cell('Area'), { number: 10.9, style: 'number1' }], [62, 14])).toBeUndefined();
  });

  it('are no higher for words that do not go over lines, and never higher than programs show', () => {
    expect(rowHeight([cell(words(300), 'plain')], [10])).toBeUndefined();
    expect(rowHeight([cell(words(30_000))], [10])).toBe(409);
    expect(rowHeight([cell('a'.repeat(100))], [10])).toBeGreaterThan(8 * ROW_HEIGHT);
  });
});
