import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Facts } from '#lib/db/facts.ts';
import { PLAIN } from '#lib/domain/standing.ts';
import { writeZip } from '#lib/sources/bundle-zip.ts';
import { commentaryPath, writeCommentary } from '#lib/sources/commentary-file.ts';
import { run } from '../../scripts/report.ts';
import { sharedFacts } from '../published.ts';

const RESTRICTED = 'restricted';
const DEMO = 'data/demo';
const RESTRICTED_DEMO = 'restricted demo';

/** Shared: a command opens and closes its own. */
async function open(folder: string): Promise<Facts> {
  const facts = await sharedFacts(folder === DEMO || folder === RESTRICTED_DEMO ? DEMO : undefined);
  const { audience, ...manifest } = facts.catalogue.manifest;
  return {
    ...facts,
    catalogue: {
      ...facts.catalogue,
      manifest: {
        ...manifest,
        audience: [RESTRICTED, RESTRICTED_DEMO].includes(folder) ? 'restricted' : audience
      }
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
    [['data/published', '--template', 'one-page-summary', '--out', 'a.html'], '--area is needed'],
    [
      ['data/published', '--pack', 'a.json', '--area', 'leeds', '--out', 'a.html'],
      '--area goes with --template'
    ],
    [
      ['data/published', '--pack', 'a.json', '--period', '2023', '--out', 'a.html'],
      '--period goes with --template'
    ]
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
      writtenOn: PLAIN,
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

  const placed = {
    id: 'board',
    title: 'Board',
    parts: [
      { kind: 'text', id: 'asks', ask: 'What is asked.', required: true },
      { kind: 'figure', id: 'place', pin: 'leeds/overview/position' }
    ]
  };

  /** As a file of its own, which no bundle speaks for. */
  const filed = { ...placed, writtenOn: PLAIN };

  it('cites figures without an address where it is told of no site, and says once how to add one', async () => {
    await writeFile(at('plain.json'), JSON.stringify(filed));
    const given = ['data/published', '--pack', at('plain.json'), '--made', '2024-12-01'];
    const { out } = await ask(...given, '--out', at('plain.html'));
    expect(out.match(/--site <address> adds a link/g)).toHaveLength(1);
    const html = await readFile(at('plain.html'), 'utf8');
    const cites = [...html.matchAll(/<p class="cite">([^<]*)<\/p>/g)].map(([, text = '']) => text);
    expect(cites).toHaveLength(1);
    expect(cites[0]).toMatch(
      /^Neglect Lens, “[^”]+”, Leeds, 31 March 2024\. From: \S.*\S Taken on 1 December 2024\.$/
    );
    expect(cites[0]).not.toMatch(/http|undefined|\.\.| {2}|\(release/);
    const told = await ask(...given, '--site', 'https://example.org/', '--out', at('linked.html'));
    expect(told.out).not.toContain('--site');
  });

  it('prints a pack of the bundle with what the bundle says about its parts, and about no other pack', async () => {
    const bundle = at('bundle');
    for (const name of ['packs', 'commentary']) await mkdir(join(bundle, name), { recursive: true });
    await writeFile(join(bundle, 'packs', 'board.json'), JSON.stringify(placed));
    const said = { part: 'asks', role: 'Head of service', date: '2024-11-30' };
    for (const words of [
      { ...said, pack: 'board', text: 'The board is asked to **note** this.' },
      { ...said, pack: 'other', text: 'Words of another pack.' }
    ])
      await writeFile(join(bundle, commentaryPath(words)), writeCommentary(words));
    const { code, out } = await ask(
      bundle,
      '--pack',
      'board',
      '--made',
      '2024-12-01',
      '--out',
      at('own.html')
    );
    expect(code).toBe(0);
    expect(out).not.toContain('Still to be written');
    const html = await readFile(at('own.html'), 'utf8');
    expect(html).toContain('The board is asked to <strong>note</strong> this.');
    expect(html).toContain('Head of service, 30 November 2024');
    expect(html).not.toContain('Words of another pack');
  });

  it('refuses a pack whose areas the bundle does not have, and writes nothing', async () => {
    const parts = [
      { kind: 'text', id: 'asks' },
      { kind: 'headline', id: 'h', page: 'quill-vale-partnership/overview' },
      { kind: 'figure', id: 'f', pin: 'own:kestrelshire/overview/position' }
    ];
    await writeFile(at('elsewhere.json'), JSON.stringify({ id: 'elsewhere', title: 'Elsewhere', parts }));
    const { code, err } = await ask(
      'data/published',
      '--pack',
      at('elsewhere.json'),
      '--out',
      at('else.html')
    );
    expect(code).toBe(1);
    expect(err).toContain(
      '“Elsewhere” tells of quill-vale-partnership, kestrelshire, and data/published has none'
    );
    expect(await readdir(folder)).not.toContain('else.html');
  });

  it('finds a pack in the zip of a bundle, with its words, and says which there are', async () => {
    const said = { pack: 'board', part: 'asks', role: 'Chair', date: '2024-11-30', text: 'Noted in a zip.' };
    const files = new Map([
      ['bundle.json', '{}'],
      ['packs/board.json', JSON.stringify(placed)],
      [commentaryPath(said), writeCommentary(said)]
    ]);
    await writeFile(at('saved.zip'), writeZip(files));
    const { code } = await ask(at('saved.zip'), '--pack', 'board', '--out', at('zip.html'));
    expect(code).toBe(0);
    expect(await readFile(at('zip.html'), 'utf8')).toContain('Noted in a zip.');
    const none = await ask(at('saved.zip'), '--pack', 'other', '--out', at('zip.html'));
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('There are board') });
  });

  it('names what is still to be written as whoever edits it knows it, and prints what the paper says of its period', async () => {
    await writeFile(at('asked.json'), JSON.stringify(filed));
    const { out } = await ask('data/published', '--pack', at('asked.json'), '--out', at('asked.html'));
    expect(out).toContain('Still to be written: “What is asked.”');
    const none = await ask(...one('--period', '1999', '--out', at('asked.html')));
    expect(none.out).toMatch(/^Said in the paper: .*1999/m);
  });

  it('says how many words are to be looked at again and where, in words and in JSON, and ends well', async () => {
    const seen = { covers: '31 March 2023', digest: '0123456789abcdef' };
    const words = {
      pack: 'board',
      role: 'Head of service',
      date: '2023-11-30',
      text: 'It rose.',
      writtenOn: PLAIN
    };
    const pack = {
      ...filed,
      parts: [{ kind: 'heading', id: 'h', text: 'Where we stand' }, placed.parts[1]]
    };
    const write = (given: object) =>
      writeFile(
        at('old.json'),
        JSON.stringify({
          format: 'neglect-lens-pack',
          version: 1,
          pack,
          commentary: [{ ...words, ...given }]
        })
      );
    const given = ['data/published', '--pack', at('old.json'), '--out', at('old.html')];
    await write({ part: 'place', seen });
    const said = await ask(...given);
    expect(said.code).toBe(0);
    expect(said.out).toContain('To be looked at again, since figures changed: 1, at “');
    expect(await readFile(at('old.html'), 'utf8')).toContain('To be looked at again.');
    const { code, out } = await ask(...given, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      lookAgain: [{ part: 'place', under: 'Where we stand', why: expect.stringContaining('31 March 2023') }]
    });
    await write({ part: 'place' });
    expect((await ask(...given)).out).not.toContain('looked at again');
  });

  describe('given a yearly report that lost “Little or no progress”', () => {
    const draft = (heading: string) => ({ kind: 'draft', id: heading, page: 'leeds/overview', heading });
    const given = (...more: string[]) => [
      'data/published',
      '--made',
      '2026-11-23',
      '--pack',
      at('annual.json'),
      ...more
    ];
    const write = (parts: readonly object[]) =>
      writeFile(
        at('annual.json'),
        JSON.stringify({ id: 'annual', title: 'Annual', writtenOn: PLAIN, parts })
      );

    it('puts it back in its place and warns of it, in words and in JSON', async () => {
      await write([draft('effective'), draft('reviews')]);
      const { code, out } = await ask(...given('--out', at('annual.html')));
      expect(code).toBe(0);
      expect(out).toMatch(
        /^Warning: “Little or no progress” was missing from this pack, .* It is back in its place and must be written/m
      );
      expect(out).toMatch(/^Still to be written: .*“Little or no progress”/m);
      const html = await readFile(at('annual.html'), 'utf8');
      const headings = [...html.matchAll(/<h2 id="part-([a-z-]+)"/g)].map(([, id]) => id);
      expect(headings).toEqual(['effective', 'little-progress', 'reviews']);
      const json: unknown = JSON.parse((await ask(...given('--out', at('annual.html'), '--json'))).out);
      expect(json).toMatchObject({
        ok: true,
        warnings: [expect.stringContaining('“Little or no progress” was missing')],
        unwritten: expect.arrayContaining(['little-progress'])
      });
    });

    it('warns of nothing where it is there, and asks a board pack for nothing', async () => {
      for (const parts of [
        [draft('effective'), draft('little-progress')],
        [{ kind: 'figure', id: 'place', pin: 'leeds/overview/position' }]
      ]) {
        await write(parts);
        const { out } = await ask(...given('--out', at('whole.html'), '--json'));
        expect(JSON.parse(out)).toMatchObject({ warnings: [] });
        expect(await readFile(at('whole.html'), 'utf8')).not.toContain('missing from this pack');
        expect((await ask(...given('--out', at('whole.html')))).out).not.toContain('Warning');
      }
    });
  });

  it('tells of actions on the last day of their log, and how old that is, in tables and in sentences', async () => {
    const parts = [{ kind: 'slot', id: 'since', page: 'kestrelshire/audits', slot: 'audit-since' }];
    await writeFile(
      at('since.json'),
      JSON.stringify({ id: 'since', title: 'Since', writtenOn: PLAIN, parts })
    );
    const given = [DEMO, '--pack', at('since.json'), '--made', '2024-11-30'];
    expect((await ask(...given, '--out', at('since.html'))).code).toBe(0);
    const html = await readFile(at('since.html'), 'utf8');
    expect(html).toContain('Overdue by one month at 31 July 2024, when the log was last updated');
    expect(html).toContain('one is finished and one is overdue at 31 July 2024.');
    expect(html).toContain('The log was last updated on 31 July 2024; what was done since is not in it.');
    expect(html).not.toMatch(/(?:Overdue|Open|overdue|stood) at 31 March 2024/);
  });

  it('marks a pack that says no longer on what its words were written, and warns of it by their names', async () => {
    const words = { pack: 'board', part: 'asks', role: 'Chair', date: '2024-11-30', text: 'Up by 12.' };
    const write = (pack: object, on: object) =>
      writeFile(
        at('lost.json'),
        JSON.stringify({ format: 'neglect-lens-pack', version: 1, pack, commentary: [{ ...words, ...on }] })
      );
    const given = ['data/published', '--pack', at('lost.json'), '--out', at('lost.html')];
    for (const [pack, on, named] of [
      [filed, {}, '“What is asked.”'],
      [placed, { writtenOn: PLAIN }, 'its title and headings']
    ] as const) {
      await write(pack, on);
      const { out } = await ask(...given);
      expect(out).toContain('restricted-lost.html');
      expect(out).toMatch(/^Warning: The figures here are not restricted, but words/m);
      expect(out).toContain(
        `does not say on what figures these were written: ${named}. They may be restricted.`
      );
      expect(JSON.parse((await ask(...given, '--json')).out)).toMatchObject({
        warnings: [expect.stringContaining('not known on what figures'), expect.stringContaining(named)],
        standing: { restricted: true }
      });
      await rm(at('restricted-lost.html'));
    }
    await write(filed, { writtenOn: PLAIN });
    expect((await ask(...given)).out).not.toContain('Warning');
    expect(await readdir(folder)).toContain('lost.html');
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

  it('marks a file of figures that are restricted and made up as the pages do', async () => {
    const made = [...one('--out', at('both.html')).slice(1)].map((each) =>
      each === 'leeds' ? 'kestrelshire' : each
    );
    expect((await ask(RESTRICTED_DEMO, ...made)).code).toBe(0);
    expect(await readdir(folder)).toContain('restricted-made-up-both.html');
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
