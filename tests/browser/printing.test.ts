/** A page on paper: every chart with its heading, and no heading left alone at the foot of a sheet. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { site } from './open.ts';

const here = site('LENS_SITE');
const packed = (text: string) => text.replace(/\s+/g, '');

interface Piece {
  readonly text: string;
  /** From the foot of the sheet, in points. */
  readonly height: number;
}

async function sheetsOf(bytes: Uint8Array): Promise<readonly (readonly Piece[])[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const sheets: Piece[][] = [];
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const { items } = await (await pdf.getPage(at)).getTextContent();
    sheets.push(
      items.flatMap((item) =>
        'str' in item ? [{ text: packed(item.str), height: Number(item.transform[5]) }] : []
      )
    );
  }
  await loading.destroy();
  return sheets;
}

/** No sheet but the last is more than half blank, and the last has more than four lines. The foot is no line of it. */
function expectFilled(sheets: readonly (readonly Piece[])[]): void {
  const FOOT = 32;
  const HALF = 421;
  const of = (sheet: readonly Piece[]) =>
    sheet.flatMap(({ text, height }) => (text !== '' && height > FOOT ? [height] : []));
  expect(sheets.length).toBeGreaterThan(1);
  for (const sheet of sheets.slice(0, -1)) expect(Math.min(...of(sheet))).toBeLessThan(HALF);
  expect(new Set(of(sheets.at(-1) ?? []).map(Math.round)).size).toBeGreaterThan(4);
}

test('pages of the demonstration are printed on sheets that are filled, with no chart lost, stranded or printed over', async () => {
  const page = await here.open('own/');
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Open the demonstration' }).press('Enter');
  await page.getByText('Look at an area').first().waitFor({ timeout: 60_000 });
  const show = async (fragment: string, view: string) => {
    await page.evaluate((hash) => (location.hash = hash), fragment);
    await page.locator(`.view[data-view="${view}"] .slot`).first().waitFor({ timeout: 60_000 });
    await page.waitForLoadState('networkidle');
  };
  for (const [fragment, view] of [
    ['area=quill-vale-partnership&view=audits', 'audits'],
    ['area=kestrelshire&view=strategy', 'strategy']
  ] as const) {
    await show(fragment, view);
    expectFilled(await sheetsOf(await page.pdf({ preferCSSPageSize: true })));
  }
  await show('area=amberfold', 'overview');
  const [overview = []] = await sheetsOf(await page.pdf({ preferCSSPageSize: true }));
  expect(overview.map(({ text }) => text).join('')).toContain(packed('Of them, neglect recorded'));
  await show('area=kestrelshire&view=audits', 'audits');
  await page.locator('.slot[data-slot="audit-standards"] .drawing').first().waitFor({ timeout: 60_000 });
  const sheets = await sheetsOf(await page.pdf({ preferCSSPageSize: true }));
  const said = sheets.map((pieces) => pieces.map(({ text }) => text).join(''));
  const sheetOf = (text: string) => said.findIndex((each) => each.includes(packed(text)));

  const standards = sheetOf('Referrals and assessments: weakest is');
  expect(standards).toBeGreaterThanOrEqual(0);
  expect(sheetOf('Standard by standard')).toBe(standards);
  expect(said[standards]).toContain(packed('School nurses'));
  expect(said[standards]).toContain(packed('25 of 64'));

  const beside = sheetOf('Beside what inspectors found');
  expect(beside).toBe(sheetOf('Whether life is getting better for children on a plan, November 2023'));

  const last = sheetOf('Agencies and managers: weakest is');
  const box = sheetOf('In no round here:');
  expect(box).toBeGreaterThanOrEqual(last);
  const pieces = sheets[box] ?? [];
  const of = (text: string) => pieces.find((piece) => piece.text.includes(packed(text)))?.height;
  const [boxAt, chartAt] = [of('Not supplied'), of('Managers watching')];
  if (box === last) expect(boxAt).toBeLessThan(chartAt ?? 0);
}, 180_000);
