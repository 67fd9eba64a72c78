import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Facts } from '#lib/db/facts.ts';
import { run } from '../../scripts/report.ts';
import { sharedFacts } from '../published.ts';

const RESTRICTED = 'restricted';

/** Shared: a command opens and closes its own. */
async function open(folder: string): Promise<Facts> {
  const facts = await sharedFacts();
  const { audience, ...manifest } = facts.catalogue.manifest;
  return {
    ...facts,
    catalogue: {
      ...facts.catalogue,
      manifest: { ...manifest, audience: folder === RESTRICTED ? 'restricted' : audience }
    },
    close: () => Promise.resolve()
  };
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'));
  await sharedFacts();
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

async function ask(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text) => out.push(String(text)));
  vi.spyOn(console, 'error').mockImplementation((text) => err.push(String(text)));
  const code = await run(args, open);
  vi.restoreAllMocks();
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const at = (name: string) => join(folder, name);
const one = (...more: string[]) => [
  'data/published',
  '--template',
  'one-page-summary',
  '--area',
  'leeds',
  ...more
];

describe('the command report', () => {
  it.each([
    [['data/published', '--out', 'a.pdf'], '--template or --pack is needed'],
    [['--template', 'one-page-summary', '--out', 'a.pdf'], 'one bundle is needed'],
    [one(), '--out is needed'],
    [one('--out', 'a.docx'), '.pdf, .html or .xlsx'],
    [one('--out', 'a.html', '--made', 'yesterday'), '--made is a date'],
    [one('--out', 'a.html', '--compare', 'mars'), '--compare is one of'],
    [one('--out', 'a.html', '--site', 'somewhere'), '--site is an address'],
    [['data/published', '--template', 'one-page-summary', '--out', 'a.html'], '--area is needed']
  ])('is not understood as %j', async (args, words) => {
    const { code, err } = await ask(...args);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it.each([
    [
      ['data/published', '--template', 'none', '--area', 'leeds', '--out', 'a.html'],
      'There are annual-report-section'
    ],
    [
      ['data/published', '--template', 'one-page-summary', '--area', 'leedz', '--out', 'a.html'],
      'Did you mean leeds'
    ],
    [['data/published', '--pack', 'nothing.json', '--out', 'a.html'], 'there is no file nothing.json']
  ])('says what there is where %j is not', async (args, words) => {
    const { code, err } = await ask(...args);
    expect(code).toBe(1);
    expect(err).toContain(words);
  });

  it('writes the same file twice, of the day that it is given', async () => {
    for (const name of ['a.html', 'b.html'])
      expect((await ask(...one('--made', '2024-12-01', '--out', at(name)))).code).toBe(0);
    const [a, b] = await Promise.all(['a.html', 'b.html'].map((name) => readFile(at(name), 'utf8')));
    expect(a).toBe(b);
    expect(a).toContain('Put together on 1 December 2024');
  });

  it('says where each figure stands, where it is told of a site', async () => {
    await ask(...one('--site', 'https://example.org/lens/', '--out', at('site.html')));
    const html = await readFile(at('site.html'), 'utf8');
    expect(html).not.toContain('localhost');
    const pack = {
      id: 'p',
      title: 'P',
      parts: [{ kind: 'figure', id: 'f', pin: 'leeds/overview/position' }]
    };
    await writeFile(at('p.json'), JSON.stringify(pack));
    await ask(
      'data/published',
      '--pack',
      at('p.json'),
      '--site',
      'https://example.org/lens/',
      '--out',
      at('p.html')
    );
    expect(await readFile(at('p.html'), 'utf8')).toContain(
      'https://example.org/lens/area/leeds/?period=2024&amp;compare=neighbours&amp;vintage=2024'
    );
  });

  it('marks restricted figures on every page and in the name of the file', async () => {
    const { out } = await ask(
      RESTRICTED,
      '--template',
      'one-page-summary',
      '--area',
      'leeds',
      '--out',
      at('pack.html')
    );
    expect(out).toContain('Restricted: for the partnership only.');
    expect(await readdir(folder)).toContain('restricted-pack.html');
    expect(await readdir(folder)).not.toContain('pack.html');
    expect(await readFile(at('restricted-pack.html'), 'utf8')).toContain(
      '@top-right{content:"Restricted: for the partnership only"'
    );
  });

  it('writes the tables of a pack as a workbook, marked in its name where it is restricted', async () => {
    const { code } = await ask(RESTRICTED, ...one('--made', '2024-12-01', '--out', at('pack.xlsx')).slice(1));
    expect(code).toBe(0);
    const workbook = read(await readFile(at('restricted-pack.xlsx')));
    expect(workbook.SheetNames.slice(0, 2)).toEqual(['Cover', 'Contents']);
    expect(workbook.SheetNames).toContain('Figure_1');
    expect(workbook.Sheets['Figure_1']?.['A1']).toMatchObject({ v: expect.stringMatching(/^Restricted · /) });
  });

  it('tells how it is used', async () => {
    const { code, out } = await ask('--help');
    expect(code).toBe(0);
    expect(out).toContain('quarterly-board-pack');
  });
});
