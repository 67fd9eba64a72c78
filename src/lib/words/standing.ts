/** Restricted and made-up figures, in words for pages, paper, files and terminals. */
import type { Standing } from '#lib/domain/standing.ts';

/** The marks in the order in which they are shown: a word, and what it means. */
export function standingMarks({ restricted, madeUp }: Standing): readonly {
  readonly id: 'restricted' | 'madeUp';
  readonly label: string;
  readonly meaning: string;
}[] {
  return [
    ...(restricted
      ? [
          {
            id: 'restricted' as const,
            label: 'Restricted',
            meaning: 'For the partnership only. Do not pass on.'
          }
        ]
      : []),
    ...(madeUp
      ? [
          {
            id: 'madeUp' as const,
            label: 'Made-up figures',
            meaning: 'They describe no real area and no real child.'
          }
        ]
      : [])
  ];
}

/** One line: `Restricted: for the partnership only. Do not pass on.` Empty for figures that need no mark. */
export function standingText(standing: Standing): string {
  return standingMarks(standing)
    .map(({ label, meaning }) => `${label}: ${meaning.charAt(0).toLowerCase()}${meaning.slice(1)}`)
    .join(' ');
}

/** Reads `standingText` back, from a file or a page that holds it. */
export function standingSaid(text: string): Standing {
  const says = (standing: Standing) => text.includes(standingText(standing));
  return {
    restricted: says({ restricted: true, madeUp: false }),
    madeUp: says({ restricted: false, madeUp: true })
  };
}

/** The same in few words, for the margin of a sheet of paper: `Restricted: for the partnership only · Made-up figures`. */
export function standingHead({ restricted, madeUp }: Standing): string {
  return [
    ...(restricted ? ['Restricted: for the partnership only'] : []),
    ...(madeUp ? ['Made-up figures'] : [])
  ].join(' · ');
}

/** A file’s name with its mark first: `restricted-plans.csv`. */
export function markedFile(name: string, { restricted, madeUp }: Standing): string {
  return `${restricted ? 'restricted-' : ''}${madeUp ? 'made-up-' : ''}${name}`;
}

/** The title of a page with its mark first, for tabs, bookmarks and the names of printed files. */
export function markedTitle(title: string, { restricted, madeUp }: Standing): string {
  return `${restricted ? 'Restricted · ' : ''}${madeUp ? 'Made-up figures · ' : ''}${title}`;
}

/** The title without what `markedTitle` puts before it. */
export function unmarkedTitle(title: string): string {
  return title.replace(/^(Restricted · )?(Made-up figures · )?/, '');
}

/** Asked before figures leave the page in a file. */
export const RESTRICTED_QUESTION = {
  ask: 'These figures are restricted. Do you want them in a file?',
  because:
    'Whoever has the file can read it. Keep it only where the people who may read these figures can open it. Do not publish it or send it on.',
  yes: 'Yes, download the restricted file'
} as const;
