import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PLAIN } from '#lib/domain/standing.ts';
import { PAPER, SHEET } from '#lib/exports/pack-paper.ts';
import { packFileOf } from '#lib/selection/pack-edit.ts';
import { writePackFile } from '#lib/sources/pack-file.ts';
import { packFromTemplate } from '#lib/views/pack/template.ts';
import { readTemplates } from '../../scripts/report-pack.ts';
import { run } from '../../scripts/report.ts';

/** What another program than the one that wrote it reads out of a PDF. */
interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

interface Read {
  readonly title: unknown;
  readonly language: unknown;
  readonly marked: boolean;
  /** Of each page, with every space taken out. */
  readonly pages: readonly string[];
  /** How much of each page is free under its last line, above its foot: 0 to 1. */
  readonly free: readonly number[];
  readonly nodes: readonly Node[];
  readonly bookmarks: readonly { readonly title: string; readonly page: number }[];
}

const POINTS = 72 / 25.4;
const packed = (text: string) => text.replace(/\s+/g, '');
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The tree as pdf.js gives it; what of it is no element has no role. */
function nodeOf(given: unknown): Node {
  if (typeof given !== 'object' || given === null) return {};
  const role = 'role' in given && typeof given.role === 'string' ? { role: given.role } : {};
  const alt = 'alt' in given && typeof given.alt === 'string' ? { alt: given.alt } : {};
  const children = 'children' in given && Array.isArray(given.children) ? given.children.map(nodeOf) : [];
  return { ...role, ...alt, children };
}

const flat = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(flat)];

interface Bookmark {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly Bookmark[];
}
const bookmarksIn = (items: readonly Bookmark[]): readonly Bookmark[] =>
  items.flatMap((item) => [item, ...bookmarksIn(item.items)]);

async function read(file: string): Promise<Read> {
  const loading = getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 });
  const pdf = await loading.promise;
  const { info } = await pdf.getMetadata();
  const told = new Map(Object.entries(info));
  const pages: string[] = [];
  const free: number[] = [];
  const nodes: Node[] = [];
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const page = await pdf.getPage(at);
    const { items } = await page.getTextContent();
    pages.push(packed(items.map((item) => ('str' in item ? item.str : '')).join('')));
    const foot = PAPER.margin.bottom * POINTS;
    const lines = items.flatMap((item) =>
      'str' in item && item.str.trim() !== '' ? [item.transform[5]] : []
    );
    free.push((Math.min(...lines.filter((line) => line > foot)) - foot) / (SHEET * POINTS));
    nodes.push(...flat(nodeOf(await page.getStructTree())));
  }
  const bookmarks = [];
  for (const { title, dest } of bookmarksIn((await pdf.getOutline()) ?? [])) {
    const found: unknown = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    const [ref] = Array.isArray(found) ? found : [];
    bookmarks.push({ title, page: (await pdf.getPageIndex(ref)) + 1 });
  }
  const marked = (await pdf.getMarkInfo())?.Marked === true;
  await loading.destroy();
  return { title: told.get('Title'), language: told.get('Language'), marked, pages, free, nodes, bookmarks };
}

let folder = '';
const made = async (...args: string[]) => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  expect(await run([...args, '--made', '2024-09-12'])).toBe(0);
};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pack-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each([
  { bundle: 'data/demo', area: 'kestrelshire', name: 'Kestrelshire', standing: 'Made-upfigures', least: 20 },
  { bundle: 'data/published', area: 'leeds', name: 'Leeds', standing: undefined, least: 12 }
])('the printed board pack of $name', ({ bundle, area, name, standing, least }) => {
  let pdf: Read;
  let document: Window['document'];
  beforeAll(async () => {
    const out = (ending: string) => join(folder, `${area}.${ending}`);
    const asked = [bundle, '--template', 'quarterly-board-pack', '--area', area, '--out'];
    await made(...asked, out('pdf'));
    await made(...asked, out('html'));
    pdf = await read(out('pdf'));
    ({ document } = new Window());
    document.write(await readFile(out('html'), 'utf8'));
  }, 300_000);

  const figures = () =>
    [...document.querySelectorAll('.figure')].map((figure) => ({
      title: packed(figure.querySelector('.figure-title')?.firstChild?.parentElement?.textContent ?? ''),
      notes: [...figure.querySelectorAll(':scope > .notes > li')].map((note) => packed(note.textContent)),
      cite: packed(figure.querySelector('.cite')?.firstChild?.textContent ?? ''),
      /** A table that is divided between sheets. */
      long: figure.querySelectorAll(':scope > table > tbody > tr').length > 20
    }));
  /** The page after the contents on which a text stands. */
  const pageOf = (text: string) => pdf.pages.findIndex((page, at) => at > 0 && page.includes(text)) + 1;

  it('says what it is: title, language, tags', () => {
    expect(pdf.title).toBe(
      `${standing === undefined ? '' : 'Made-up figures · '}Board pack on neglect: ${name}`
    );
    expect(pdf.language).toBe('en-GB');
    expect(pdf.marked).toBe(true);
  });

  it('has every figure, with its notes and how to cite it on the same page', () => {
    const all = figures();
    expect(all.length).toBeGreaterThanOrEqual(least);
    const lost = all.flatMap(({ title, notes, cite, long }) => {
      const page = pdf.pages.findIndex((text) => text.includes(title) && text.includes(cite));
      const together = page >= 0 && notes.every((note) => pdf.pages[page]?.includes(note));
      return together || (long && pageOf(title) > 0) ? [] : [title];
    });
    expect(lost).toEqual([]);
  });

  it('has head and foot on every page, and what stands over all figures', () => {
    const count = String(pdf.pages.length);
    pdf.pages.forEach((page, at) => {
      expect(page).toContain(`Page${String(at + 1)}of${count}`);
      expect(page).toContain(`${name}·Positionat31March2024`);
      if (standing !== undefined) expect(page).toContain(standing);
    });
  });

  it('leads from its contents and its bookmarks to the pages on which headings and figures stand', () => {
    // A long list goes on over to the second sheet.
    const contents = pdf.pages.slice(0, 2).join('');
    for (const { title, page } of pdf.bookmarks) {
      const text = packed(title);
      expect(pdf.pages[page - 1], title).toContain(text);
    }
    const sections = [...document.querySelectorAll('h2:not(#contents):not(.figure-title)')].map(
      (each) => each.textContent
    );
    for (const section of sections) {
      const mark = pdf.bookmarks.find(({ title }) => packed(title) === packed(section));
      expect(contents).toContain(`${packed(section)}${String(mark?.page)}`);
    }
    for (const link of document.querySelectorAll('.contents .level-3 .contents-text')) {
      const title = packed(link.textContent);
      expect(contents).toContain(`${title}${String(pageOf(title))}`);
    }
  });

  it('leaves hardly a sheet with a third of it empty, none with half, and no last one with next to nothing', () => {
    const [last = 1, ...before] = pdf.free.toReversed();
    expect(before.filter((part) => part > 1 / 3).length, String(before)).toBeLessThan(2);
    expect(Math.max(...before)).toBeLessThan(0.5);
    expect(last).toBeLessThan(0.8);
  });

  it('can be read aloud in order: headings, tables with their heads, each chart by its words', () => {
    const roles = new Set(pdf.nodes.map(({ role }) => role));
    for (const role of [
      'Document',
      'H1',
      'H2',
      'H3',
      'H4',
      'P',
      'L',
      'LI',
      'Table',
      'TR',
      'TH',
      'TD',
      'Caption',
      'Figure'
    ])
      expect(roles, role).toContain(role);
    const charts = [...document.querySelectorAll('.drawing > svg')].map(
      (svg) => svg.getAttribute('aria-label') ?? ''
    );
    expect(pdf.nodes.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual(charts);
    // With their spaces, also those at which a line breaks, and without the numbers of notes.
    const headings = [...document.querySelectorAll('h1, h2, h3, h4')].map((each) => spaced(each.textContent));
    expect(document.querySelectorAll(':is(h1, h2, h3, h4) .calls')).toHaveLength(0);
    expect(pdf.bookmarks.map(({ title }) => spaced(title))).toEqual(headings);
  });
});

const SENTENCES =
  'Fewer plans for neglect stand here than in similar areas, and assessments record neglect more often than plans name it. The board is asked to look at what becomes of the children whose assessments name it and who have no plan.';

it.each([
  ['data/demo', 'kestrelshire'],
  ['data/published', 'leeds']
])(
  'holds a summary to its one sheet, with an occasion and two sentences: %s, %s',
  async (bundle, area) => {
    const [file, pack] = [join(folder, `${area}-sheet.pdf`), join(folder, `${area}.pack.json`)];
    const template = (await readTemplates()).get('one-page-summary');
    if (template === undefined) throw new Error('there is no such template');
    const place = { page: 'view', area, view: 'overview' } as const;
    const begun = packFromTemplate(template, { own: false, place }, area);
    const words = {
      pack: begun.id,
      part: 'words',
      role: 'Head of service',
      date: '2026-11-23',
      text: SENTENCES,
      writtenOn: PLAIN
    };
    await writeFile(pack, writePackFile(packFileOf(begun, [words])));
    await made(bundle, '--pack', pack, '--occasion', 'Board meeting, 12 December 2026', '--out', file);
    expect((await read(file)).pages).toHaveLength(1);
  },
  300_000
);
