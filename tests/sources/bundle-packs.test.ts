import { describe, expect, test } from 'vitest';
import { writtenOnOf, type Commentary, type PackFile } from '#lib/domain/pack.ts';
import { PLAIN, UNKNOWN } from '#lib/domain/standing.ts';
import { packsOf, withPack, wordsOfRelease } from '#lib/sources/bundle-packs.ts';
import { wordFiles } from '#lib/sources/bundle-words.ts';
import { readZip, writeZip } from '#lib/sources/bundle-zip.ts';
import { readCommentary, writeCommentary } from '#lib/sources/commentary-file.ts';
import { readPackFile, writePackFile } from '#lib/sources/pack-file.ts';

const said = (part: string, text: string): Commentary => ({
  pack: 'board-pack',
  part,
  role: 'Head of service: neglect',
  date: '2024-12-01',
  text,
  writtenOn: PLAIN,
  seen: { covers: '31 March 2024; year to 31 March 2024', digest: '0123456789abcdef' }
});
const FILE: PackFile = {
  format: 'neglect-lens-pack',
  version: 1,
  pack: {
    id: 'board-pack',
    title: 'Board pack',
    occasion: 'Board, 12 December 2024',
    contents: true,
    writtenOn: PLAIN,
    parts: [
      { kind: 'text', id: 'asks', ask: 'What is asked?', required: true },
      { kind: 'headline', id: 'top', page: 'own:tarland/overview' }
    ]
  },
  commentary: [
    said('asks', 'Note **this**.\n\n- one\n- two\n\n---\n\nrole: not a key'),
    said('top', 'Zoë agrees.\n')
  ]
};
const BUNDLE = new Map<string, string | Uint8Array>([
  ['bundle.json', '{"id": "ours"}'],
  ['cubes/plans.csv', new Uint8Array([0xef, 0xbb, 0xbf, 0x61])],
  ['commentary/overview.md', '# Words of another kind']
]);

describe('a pack in a file', () => {
  test('is read back as it was', () => {
    expect(readPackFile(writePackFile(FILE), 'a.json')).toEqual({ file: FILE, whole: true, problems: [] });
  });

  test('may be the pack of a bundle, which has no words in it', () => {
    expect(readPackFile(JSON.stringify(FILE.pack), 'packs/a.json').file).toEqual({ ...FILE, commentary: [] });
  });

  test.each([
    ['no JSON', 'title,parts'],
    ['another thing', '{"pins": []}'],
    ['nothing', '']
  ])('that is %s is refused in words', (_, text) => {
    const { file, problems } = readPackFile(text, 'a.json');
    expect(file).toBeUndefined();
    expect(problems).toMatchObject([{ severity: 'error', rule: 'not-a-pack' }]);
  });

  test('with a part of no kind is refused with its place', () => {
    const wrong = { ...FILE, pack: { ...FILE.pack, parts: [{ kind: 'video', id: 'v' }] } };
    expect(readPackFile(JSON.stringify(wrong), 'a.json').problems[0]?.column).toContain('pack.parts[0]');
  });
});

describe('a pack in a bundle', () => {
  test('is read back with every word, through a zip, and touches nothing else', () => {
    const { files } = readZip(writeZip(withPack(BUNDLE, FILE)), 'ours.zip');
    expect(packsOf(files, PLAIN)).toEqual([FILE]);
    for (const [path, content] of BUNDLE)
      expect(Buffer.from(files.get(path) ?? '').equals(Buffer.from(content))).toBe(true);
    expect([...files.keys()].filter((path) => !BUNDLE.has(path)).sort()).toEqual([
      'commentary/board-pack.asks.md',
      'commentary/board-pack.top.md',
      'packs/board-pack.json'
    ]);
  });

  test('takes the place of its earlier state, words that were taken out included', () => {
    const shorter = { ...FILE, commentary: FILE.commentary.slice(0, 1) };
    const again = withPack(withPack(BUNDLE, FILE), shorter);
    expect(packsOf(again, PLAIN)).toEqual([shorter]);
    expect(again.has('commentary/overview.md')).toBe(true);
  });

  describe('that does not say what its words were written on', () => {
    const { writtenOn: _, ...pack } = FILE.pack;
    const bare = ({ seen, writtenOn: __, ...words }: Commentary, keepsSeen: boolean): Commentary =>
      keepsSeen && seen !== undefined ? { ...words, seen } : words;
    const standings = (files: ReadonlyMap<string, string | Uint8Array>, bundle = PLAIN) =>
      packsOf(files, bundle).map((file) => [file.pack, ...file.commentary].map(writtenOnOf));
    const without = (keepsSeen: boolean): PackFile => ({
      ...FILE,
      pack,
      commentary: FILE.commentary.map((words) => bare(words, keepsSeen))
    });

    test('is for whoever its bundle is for, where its words were typed into the bundle by hand', () => {
      expect(standings(withPack(BUNDLE, without(false)))).toEqual([[PLAIN, PLAIN, PLAIN]]);
      const restricted = { restricted: true, madeUp: false };
      expect(standings(withPack(BUNDLE, without(false)), restricted)).toEqual([Array(3).fill(restricted)]);
    });

    test('stays restricted in a release for anybody, where its bundle was not', () => {
      const restricted = { restricted: true, madeUp: false };
      const files = new Map([
        ...withPack(BUNDLE, without(false)),
        ['packs/x.json', JSON.stringify(pack)] as const
      ]);
      expect(standings(wordsOfRelease(files, restricted, PLAIN)).flat()).toEqual(Array(3).fill(restricted));
      expect(wordsOfRelease(files, restricted, PLAIN).has('commentary/overview.md')).toBe(true);
      for (const [from, to] of [
        [PLAIN, PLAIN],
        [restricted, restricted]
      ] as const)
        expect([...wordsOfRelease(files, from, to).entries()]).toEqual([...wordFiles(files).entries()]);
    });

    test('is unknown where the page wrote its words, or a whole pack was put among the packs of the bundle', () => {
      expect(standings(withPack(BUNDLE, without(true)))).toEqual([[PLAIN, UNKNOWN, UNKNOWN]]);
      const put = new Map([...BUNDLE, ['packs/board-pack.json', writePackFile(without(false))] as const]);
      expect(standings(put)).toEqual([[UNKNOWN, UNKNOWN, UNKNOWN]]);
    });
  });

  test('whose words were edited on another system still reads', () => {
    const edited = `\uFEFF${writeCommentary(said('top', 'One.\nTwo.')).replaceAll('\n', '\r\n')}`;
    expect(readCommentary(edited)).toEqual(said('top', 'One.\nTwo.'));
  });

  test.each(['# Words', '---\npack: a\n---\nWords', '---\npack: a\npart: b\ndate: soon\n---\n\nWords'])(
    'has no part in words of another kind: %j',
    (text) => {
      expect(readCommentary(text)).toBeUndefined();
    }
  );
});
