/** What a release was held against, in sentences: the same in its statement and in the report of a check. */
import { dateInWords } from '#lib/domain/dates.ts';
import type { DisclosureRecord } from '#lib/domain/disclosure.ts';

type Beside = DisclosureRecord['beside'];

const KINDS = {
  earlier: 'No earlier release was given.',
  official: 'No official figures of these areas were given.',
  'other audience': 'No release for other readers was given.'
} as const;

/** A sentence for each, and for each kind of which there is none, that there is none. */
export function besideInWords(beside: Beside): string[] {
  const kinds = ['earlier', 'official', 'other audience'] as const;
  return kinds.flatMap((kind) => {
    const given = beside.filter((each) => each.kind === kind).map(besideText);
    return given.length === 0 ? [KINDS[kind]] : given;
  });
}

function besideText({ kind, title, madeOn, vintage, hash }: Beside[number]): string {
  switch (kind) {
    case 'earlier':
      return `An earlier release: ‘${title}’${madeOn === undefined ? '' : `, made on ${dateInWords(madeOn)}`}${hash === undefined ? '' : `, fingerprint ${hash.slice(0, 16)}…`}.`;
    case 'official':
      return `Official figures: ‘${title}’${vintage === undefined ? '' : `, the ${vintage} release`}.`;
    case 'other audience':
      return `The release for other readers: ‘${title}’.`;
  }
}
