import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Commentary, PackFile } from '#lib/domain/pack.ts';
import { PLAIN, type Standing } from '#lib/domain/standing.ts';
import { writeZip } from '#lib/sources/bundle-zip.ts';
import { commentaryPath, writeCommentary } from '#lib/sources/commentary-file.ts';
import { bundleWith, packsInBundle } from '#lib/ui/report-files.ts';
import { run } from '../../scripts/report.ts';
import { sharedFacts } from '../published.ts';
import { Scanner } from './scan.ts';

/** What only the partnership knows: one number in what was written, one in what was seen beside it. */
const SAID = 1_299_709;
const SEEN = 15_485_863;
const RESTRICTED: Standing = { restricted: true, madeUp: false };
const SEEN_THEN = {
  covers: '31 March 2024',
  digest: '0123456789abcdef',
  figures: [{ what: 'Plans (Leeds)', shown: 'Leeds: 15,485,863 children.', when: '31 March 2024' }]
};

const words = (given: Partial<Commentary>): Commentary => ({
  pack: 'annual',
  part: 'effective',
  role: 'Lead',
  date: '2026-11-23',
  text: 'There were 1,299,709.',
  ...given
});
const fileWith = (said: Commentary, on?: Standing): PackFile => ({
  format: 'neglect-lens-pack',
  version: 1,
  pack: {
    id: 'annual',
    title: 'Annual',
    occasion: '',
    contents: false,
    parts: [
      { kind: 'headline', id: 'top', page: 'leeds/overview' },
      { kind: 'draft', id: 'effective', page: 'leeds/overview', heading: 'effective' }
    ],
    ...(on === undefined ? {} : { writtenOn: on })
  },
  commentary: [said]
});

const found = (file: string, content: Uint8Array) => {
  const scanner = new Scanner([
    { value: SAID, what: 'said' },
    { value: SEEN, what: 'seen' }
  ]);
  return [...new Set(scanner.scan(file, content).map(({ what }) => what))];
};

let folder = '';
beforeAll(async () => {
  await sharedFacts();
}, 120_000);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pack-words-'));
  return () => rm(folder, { recursive: true, force: true });
});
afterAll(() => vi.restoreAllMocks());

/** Each file that a report of a public bundle makes of it, by name. */
async function made(bundle: string, pack: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const out = join(folder, 'out');
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const open = async () => ({ ...(await sharedFacts()), close: () => Promise.resolve() });
  await run([bundle, '--pack', pack, '--made', '2026-11-23', '--out', join(out, 'paper.html')], open);
  const names = await readdir(out);
  const files = names.map(async (name) => [name, new Uint8Array(await readFile(join(out, name)))] as const);
  return new Map(await Promise.all(files));
}

function expectMarked(files: ReadonlyMap<string, Uint8Array>): void {
  expect([...files.keys()]).toEqual(['restricted-paper.html']);
  const [[name = '', content] = []] = files;
  expect(found(name, content ?? new Uint8Array())).toEqual(['said']);
  const html = new TextDecoder().decode(content);
  expect(html).toContain('@top-right{content:"Restricted: for the partnership only"');
  expect(html).toContain('<title>Restricted · ');
}

describe('words that were written on restricted figures, on a bundle for anybody', () => {
  test.each([
    ['each says so', fileWith(words({ writtenOn: RESTRICTED, seen: SEEN_THEN }))],
    ['none says so, and they were seen on other figures', fileWith(words({ seen: SEEN_THEN }))],
    ['none says so any longer, nor what was seen', fileWith(words({}), PLAIN)],
    ['each says otherwise, and the pack says nothing any longer', fileWith(words({ writtenOn: PLAIN }))],
    ['the pack says so', fileWith(words({ writtenOn: PLAIN }), RESTRICTED)]
  ])('mark the paper, and what was seen is not in it: in a file of which %s', async (_, file) => {
    const at = join(folder, 'annual.pack.json');
    await writeFile(at, JSON.stringify(file));
    expectMarked(await made('data/published', at));
  });

  test.each([{ writtenOn: RESTRICTED }, {}])('mark it in the bundle’s own pack: %j', async (on) => {
    const { pack, commentary } = fileWith(words({ ...on, seen: SEEN_THEN }));
    for (const name of ['packs', 'commentary']) await mkdir(join(folder, name));
    await writeFile(join(folder, 'packs', 'annual.json'), JSON.stringify(pack));
    for (const said of commentary) await writeFile(join(folder, commentaryPath(said)), writeCommentary(said));
    expectMarked(await made(folder, 'annual'));
  });

  test('do not go into it, and stay restricted in a bundle that is', () => {
    const bundle = writeZip(new Map([['bundle.json', strToU8('{}')]]));
    const file = fileWith(words({ writtenOn: RESTRICTED, seen: SEEN_THEN }));
    expect(() => bundleWith(bundle, file, RESTRICTED, PLAIN)).toThrow('the bundle that is loaded is not');
    const zip = bundleWith(bundle, file, RESTRICTED, RESTRICTED);
    expect(packsInBundle(zip, PLAIN)[0]?.commentary).toEqual(file.commentary);
    const older = bundleWith(bundle, fileWith(words({})), PLAIN, RESTRICTED);
    expect(packsInBundle(older, RESTRICTED)[0]).toMatchObject({
      pack: { writtenOn: RESTRICTED },
      commentary: [{ writtenOn: RESTRICTED }]
    });
    const madeUp = { restricted: false, madeUp: true };
    expect(packsInBundle(older, madeUp)[0]?.commentary).toEqual([words({ writtenOn: madeUp })]);
  });
});

test('words that were written on figures for anybody leave the paper as it is', async () => {
  const at = join(folder, 'annual.pack.json');
  await writeFile(at, JSON.stringify(fileWith(words({ writtenOn: PLAIN }), PLAIN)));
  const files = await made('data/published', at);
  expect([...files.keys()]).toEqual(['paper.html']);
  expect(found('paper.html', files.get('paper.html') ?? new Uint8Array())).toEqual(['said']);
});
