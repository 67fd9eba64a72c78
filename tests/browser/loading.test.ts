import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { plansBundle, type ChosenFile, zipOf } from './drafts.ts';
import { site } from './open.ts';

const here = site('LENS_SITE');
const PAGE = 'data/protect/';
const TITLE = 'Vale Safeguarding Partnership, made-up figures';
/** A page that says nothing new for so long is taken to hang, in milliseconds. */
const HANG = 2_000;
const RETURNS = join(process.cwd(), '../shared/data/returns');

const file = (name: string, content: string | Uint8Array): ChosenFile => ({
  name,
  mimeType: '',
  buffer: Buffer.from(content)
});
const zipped = (name: string, entries: Zippable) => file(name, zipSync(entries));

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 2, name });

/** A page with good figures in it, which every bad file is then given to. */
async function loaded(): Promise<Page> {
  const page = await here.open(PAGE);
  await page.locator('#draft-files').setInputFiles([zipOf(plansBundle([40, 3, 30, 12, 15], 'no'))]);
  await heading(page, 'What was read').waitFor();
  await page.evaluate(() => {
    const watch = { longest: 0, last: performance.now(), ran: 0 };
    Object.assign(window, { lensQuiet: watch });
    const saw = () => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
    };
    new MutationObserver(saw).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true
    });
    Object.assign(window, {
      lensGiven: () => ((watch.longest = 0), (watch.last = performance.now())),
      lensSaw: saw
    });
  });
  return page;
}

/** Gives files where more may be added, and waits for what the page says of them. */
async function give(page: Page, files: readonly ChosenFile[] | string): Promise<string> {
  await page.evaluate('lensGiven()');
  await page.locator('#add-earlier-files').setInputFiles(typeof files === 'string' ? files : [...files]);
  const refused = page.locator('#problems-heading, .failed h2');
  await refused.waitFor();
  await page.evaluate('lensSaw()');
  const quiet = Number(await page.evaluate('lensQuiet.longest'));
  expect(quiet, 'milliseconds in which the page said nothing new').toBeLessThan(HANG);
  await heading(page, 'What was read').waitFor();
  expect(await page.getByText(TITLE).first().isVisible()).toBe(true);
  return page.locator('section[aria-labelledby=problems-heading], .failed').innerText();
}

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64'
);
const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
const HTML = '<!doctype html><title>Sign in</title><script>globalThis.lensRun = true</script><p>Sign in';
const RELATIONS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook with a formula in it, and with macros where it says so. */
function workbook(name: string, macros: boolean): ChosenFile {
  const main = macros
    ? 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'
    : `${RELATIONS}.sheet.main+xml`;
  const r = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const s = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
  return zipped(name, {
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${RELATIONS}.worksheet+xml"/></Types>`
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${r}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${r}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${s}" xmlns:r="${r}"><sheets><sheet name="plans" sheetId="1" r:id="rId1"/></sheets></workbook>`
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet xmlns="${s}"><sheetData><row>${['area', 'period', 'measure', 'value'].map(text).join('')}</row><row>${text('Rutland')}${text('2024')}${text('open')}<c><f>1/0</f><v>#DIV/0!</v></c></row><row>${text('Rutland')}${text('2023')}${text('open')}<c t="e"><f>HYPERLINK("http://example.org")</f><v>#REF!</v></c></row></sheetData></worksheet>`
    ),
    ...(macros ? { 'xl/vbaProject.bin': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]) } : {})
  });
}

const bomb = (): ChosenFile => zipped('bomb.zip', { 'cubes/plans.csv': new Uint8Array(300_000_000) });
const wide = (): string => {
  const columns = Array.from({ length: 100_000 }, (_, at) => `column ${at}`);
  return `${columns.join(',')}\n${columns.map((_, at) => at).join(',')}\n`;
};

describe('what is no bundle is explained, and what was loaded before stays', () => {
  test('whatever it is', async () => {
    const page = await loaded();
    const inner = zipSync({ 'a.txt': strToU8('a') });
    const bad: readonly (readonly [readonly ChosenFile[], RegExp])[] = [
      [[file('picture.csv', PICTURE)], /picture/i],
      [[file('report.xlsx', PDF)], /PDF/],
      [[file('plans.csv', HTML)], /web page/],
      [[zipped('empty.zip', {})], /nothing in the zip/],
      [[zipped('zips.zip', { 'one.zip': inner, 'two.zip': inner })], /other zips/],
      [[zipped('zip.zip', { 'one.zip': zipSync({ 'two.zip': inner }) })], /other zips/],
      [[file('cut.zip', zipSync({ 'plans.csv': strToU8('area,period\n'.repeat(99)) }).slice(0, 60))], /zip/],
      [[bomb()], /unpacks to more than|MB/],
      [[file('plans.csv', wide())], /column/],
      [[workbook('formulas.xlsx', false)], /./],
      [[workbook('macros.xlsm', true)], /./],
      [[file('plans.csv', '')], /empty/],
      [[file('plans.csv', '\0\0\0')], /./]
    ];
    for (const [files, said] of bad) expect(await give(page, files), files[0]?.name ?? '').toMatch(said);
    expect(await page.evaluate(() => Reflect.get(window, 'lensRun'))).toBeUndefined();
  });

  test('text is shown as text, and a list of problems runs nothing in a spreadsheet', async () => {
    const page = await loaded();
    const nasty = [
      '<script>globalThis.lensRun=1</script>',
      '<img src=x onerror="globalThis.lensRun=1">',
      '=HYPERLINK("http://example.org","x")',
      '+1+cmd|x',
      '@SUM(1)',
      '-2+3'
    ];
    const rows = nasty.map((text) => `"${text.replaceAll('"', '""')}",2024,open,5,,`);
    const words = await give(page, [
      file('plans.csv', `area,period,measure,value,status,flags\n${rows.join('\n')}\n`)
    ]);
    for (const text of nasty.slice(0, 3)) expect(words).toContain(text);
    expect(await page.evaluate(() => Reflect.get(window, 'lensRun'))).toBeUndefined();
    expect(await page.locator('.protect img, .protect script').count()).toBe(0);
    const csv = await downloaded(page);
    for (const text of nasty.slice(2)) expect(csv).toContain(`'${text.replaceAll('"', '""')}`);
    expect(csv).not.toMatch(/(^|,)"?[=@]/m);
  });
});

test('a CSV of 200 MB is refused or read with a word on how far it is, and the page stays in hand', async () => {
  const page = await loaded();
  const folder = mkdtempSync(join(tmpdir(), 'lens-large-'));
  try {
    const path = join(folder, 'plans.csv');
    const line = 'Rutland,2024,open,12,,\n';
    writeFileSync(path, `area,period,measure,value,status,flags\n${line.repeat(200_000_000 / line.length)}`);
    expect(await give(page, path)).toMatch(/MB|rows|large/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

async function downloaded(page: Page): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download this list (CSV)' }).first().click();
  return readFileSync(await (await coming).path(), 'utf8');
}

/** Values that would tell of one child, made up, and not to be found anywhere after they were given. */
const PLANTED = [
  'Zephyrine',
  'Quackenbush',
  '2015-03-17',
  '17/03/2015',
  '9434765919',
  'H801200001001',
  'LE1 6TH',
  'Keswickville'
];

const LIST =
  'Child name,Date of birth,NHS number,UPN,Postcode,Case notes\n' +
  Array.from(
    { length: 30 },
    (_, at) =>
      `Zephyrine Quackenbush,17/03/2015,9434765919,H801200001001,LE1 6TH,Moved to Keswickville at ${at}\n`
  ).join('');
const CENSUS = `<?xml version="1.0"?><Message><Header><Collection>CIN</Collection></Header><Children>${'<Child><ChildIdentifiers><LAchildID>Quackenbush</LAchildID><UPN>H801200001001</UPN><PersonBirthDate>2015-03-17</PersonBirthDate></ChildIdentifiers></Child>'.repeat(20)}</Children></Message>`;
const ROWS = JSON.stringify(
  Array.from({ length: 20 }, () => ({ forename: 'Zephyrine', surname: 'Quackenbush', dob: '2015-03-17' }))
);
/** One row a child under a heading that says nothing. */
const UNNAMED = `ref,value,when\n${Array.from({ length: 30 }, (_, at) => `9434765919,LE1 6TH,17/03/${1990 + at}`).join('\n')}\n`;

/** Everything in which a page could keep or tell something. */
async function traces(page: Page, logged: readonly string[]): Promise<string> {
  const kept = await page.evaluate(async () => ({
    page: document.documentElement.outerHTML,
    typed: [...document.querySelectorAll('input, textarea')].map((each) => Reflect.get(each, 'value')),
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    cookies: document.cookie,
    history: history.state,
    entries: performance.getEntries().map(({ name }) => name),
    address: location.href,
    title: document.title
  }));
  expect(kept.databases).toEqual([]);
  expect(kept.caches).toEqual([]);
  return JSON.stringify(kept) + logged.join('\n') + here.requests.join('\n');
}

async function refusesPeople(
  page: Page,
  logged: readonly string[],
  files: readonly ChosenFile[],
  planted: readonly string[]
): Promise<void> {
  const words = await give(page, files);
  const csv = await downloaded(page);
  expect(words).toContain('count the rows inside the system they came from');
  const everything = (await traces(page, logged)) + words + csv;
  expect(planted.filter((value) => everything.includes(value))).toEqual([]);
}

describe('files about single children are refused, and nothing of them stays', () => {
  test('whatever they are called and wherever they lie', async () => {
    const page = await loaded();
    const logged: string[] = [];
    page.on('console', (message) => logged.push(message.text()));
    const people: readonly (readonly ChosenFile[])[] = [
      [file('plans.csv', LIST)],
      [file('return.xml', CENSUS)],
      [file('records.json', ROWS)],
      [file('bundle.json', ROWS)],
      [file('bundle.json', `{"id":"ours","areas":${ROWS}}`)],
      [file('other.csv', UNNAMED)],
      [zipped('ours.zip', { 'cubes/plans.csv': strToU8(LIST) })],
      [file('plans.csv', 'area,period,measure,value,status,flags\n'), file('z.csv', LIST)]
    ];
    for (const files of people) await refusesPeople(page, logged, files, PLANTED);
  });

  const there = existsSync(RETURNS) ? readdirSync(RETURNS).filter((name) => !name.startsWith('.')) : [];
  test.skipIf(there.length === 0)(
    `the returns that councils send${there.length === 0 ? ' (skipped: no such files on this machine)' : ''}`,
    async () => {
      const page = await loaded();
      const logged: string[] = [];
      page.on('console', (message) => logged.push(message.text()));
      for (const name of there) {
        const bytes = readFileSync(join(RETURNS, name));
        const text = bytes.toString('latin1');
        const values = [...text.matchAll(/<(?:LAchildID|UPN|PersonBirthDate)>([^<]{6,})</g)].map(
          ([, value]) => value ?? ''
        );
        await refusesPeople(page, logged, [file(name, bytes)], [...new Set(values)].slice(0, 200));
      }
    }
  );
});
