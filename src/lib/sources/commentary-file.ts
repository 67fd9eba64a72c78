/** Commentary as a Markdown file of a bundle: who wrote it, when and about what stand above the words. */
import { Commentary } from '#lib/domain/pack.ts';

const RULE = '---';
const WRITTEN_ON = 'written on';

/** `commentary/board-pack.asks.md` */
export const commentaryPath = ({ pack, part }: Pick<Commentary, 'pack' | 'part'>): string =>
  `commentary/${pack}.${part}.md`;

export function writeCommentary({ pack, part, role, date, text, seen, writtenOn }: Commentary): string {
  const head = {
    pack,
    part,
    role: role.replace(/\s+/g, ' '),
    date,
    ...(seen === undefined ? {} : { seen: JSON.stringify(seen) }),
    ...(writtenOn === undefined ? {} : { [WRITTEN_ON]: JSON.stringify(writtenOn) })
  };
  const lines = Object.entries(head).map(([key, value]) => `${key}: ${value}`);
  return `${[RULE, ...lines, RULE, '', text].join('\n')}\n`;
}

/** Undefined where it is missing or cannot be read. */
function readJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is written there and cannot be understood is held to be the strictest. */
function writtenOnIn(text: string | undefined, seen: string | undefined): Commentary['writtenOn'] {
  if (text === undefined && (seen === undefined || readJson(seen) !== undefined)) return undefined;
  const read = Commentary.shape.writtenOn.safeParse(readJson(text));
  return read.success && read.data !== undefined ? read.data : { restricted: true, madeUp: false };
}

/** Reads `writeCommentary` back; undefined for words of another kind, which are nobody’s part of a pack. */
export function readCommentary(file: string): Commentary | undefined {
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const [, head, words] = /^---\n([\s\S]*?)\n---\n\n?([\s\S]*)$/.exec(text) ?? [];
  if (head === undefined || words === undefined) return undefined;
  const keys = new Map(
    head.split('\n').map((line): [string, string] => {
      const at = line.indexOf(':');
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    })
  );
  const read = Commentary.safeParse({
    pack: keys.get('pack'),
    part: keys.get('part'),
    role: keys.get('role') ?? '',
    date: keys.get('date'),
    text: words.replace(/\n$/, ''),
    seen: readJson(keys.get('seen')),
    writtenOn: writtenOnIn(keys.get(WRITTEN_ON), keys.get('seen'))
  });
  return read.success ? read.data : undefined;
}
