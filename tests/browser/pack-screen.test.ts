import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawChart } from '#lib/charts/draw.ts';
import { packHtml } from '#lib/exports/pack-html.ts';
import { svgDocument } from '#lib/ui/svg-document.node.ts';
import { packModel } from '#lib/views/pack/pack.ts';
import { findBrowser } from '../../scripts/setup/browser.mjs';
import { madeUpPage, packOf, slotPart } from '../views/pack/page.ts';

const NOTE =
  'England is those areas that supplied this figure: 148 of 151. Leicester changed its case recording system in that year.';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const executablePath = await findBrowser();
  if (executablePath === undefined) throw new Error('no browser was found');
  browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
  });
  page = await browser.newPage({ offline: true });
  const model = await packModel(
    packOf([slotPart('first'), slotPart('second')]),
    [],
    () => Promise.resolve(madeUpPage(7, { notes: [{ number: 2, text: NOTE }] })),
    { made: '2024-12-01' }
  );
  await page.setContent(
    packHtml(model, { fonts: '', draw: (spec, size, id) => drawChart(spec, size, svgDocument, id) })
  );
}, 120_000);
afterAll(() => browser.close());

test.each([390, 660, 672, 700, 863, 866, 1280, 1920])(
  'notes of a drawn figure have room beside or under its drawing, and nothing runs over: %i pixels',
  async (width) => {
    await page.setViewportSize({ width, height: 900 });
    const { over, places, drawn } = await page.evaluate(() => ({
      over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      drawn: [...document.querySelectorAll('.drawn svg[role=img]')]
        .map((svg) => svg.getBoundingClientRect())
        .filter(({ height }) => height > 0)
        .map(({ left, right }) => ({ left, right })),
      places: [':is(.drawing, .phone-drawing)', '.notes', '.as-table'].map((name) => {
        const found = [...document.querySelectorAll(`.drawn > ${name}`)]
          .map((each) => each.getBoundingClientRect())
          .find(({ height }) => height > 0);
        return { top: found?.top ?? 0, right: found?.right ?? 0, width: found?.width ?? 0 };
      })
    }));
    const [drawing, notes, table] = places;
    expect(over).toBe(0);
    expect(drawn).toHaveLength(1);
    for (const { left, right } of drawn) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
    }
    expect(notes?.width).toBeGreaterThan(170);
    expect(notes?.right).toBeLessThanOrEqual(width);
    expect(table?.top).toBeGreaterThan(notes?.top ?? Infinity);
    expect(drawing?.top).toBeLessThanOrEqual(notes?.top ?? 0);
  }
);
