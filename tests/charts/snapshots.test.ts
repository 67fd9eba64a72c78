import { describe, expect, test } from 'vitest';
import { drawChart } from '../../src/lib/charts/draw.ts';
import { svgDocument } from '../../src/lib/ui/svg-document.node.ts';
import { FIXTURES } from './fixtures.ts';

describe('every chart looks as it did when a person last looked at it', () => {
  for (const [name, { spec }] of Object.entries(FIXTURES))
    for (const size of ['wide', 'narrow'] as const)
      test(`${name}, ${size}`, async () => {
        const svg = drawChart(spec, size, svgDocument, name)
          .replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
          .replace('font-family="inherit"', 'font-family="Atkinson Hyperlegible Next, sans-serif"')
          .replaceAll(/(<(g|line|path|rect|circle|text|defs|pattern)\b)/g, '\n$1');
        await expect(svg).toMatchFileSnapshot(`snapshots/${name}-${size}.svg`);
      });
});
