import type { Area } from '#lib/domain/area.ts';
import { wordsOf } from './plain-words.ts';
import { SHORT_NAMES } from './short-names.ts';

/** One line of the area picker. */
export interface AreaChoice {
  readonly slug: string;
  readonly name: string;
  /** Where it is, and until when it existed: `East Midlands`, `North West, until 2023`. */
  readonly detail: string;
  readonly former: boolean;
  readonly words: readonly string[];
}

/** Every area with what it may be found by: its name, codes, region, and the areas it took over from. */
export function areaChoices(areas: readonly Area[]): readonly AreaChoice[] {
  const byId = new Map(areas.map((area) => [area.id, area]));
  return areas.map((area) => {
    const parent = area.parent === undefined ? undefined : byId.get(area.parent);
    const place =
      area.kind === 'country' ? 'the whole country' : area.kind === 'region' ? 'region' : parent?.name;
    const until = area.to === undefined ? undefined : `until ${area.to}`;
    const former = (area.predecessors ?? []).map((id) => byId.get(id)?.name ?? '');
    const codes = area.codes.map(({ code }) => code);
    return {
      slug: area.slug,
      name: area.name,
      detail: [place, until].filter((part) => part !== undefined).join(', '),
      former: until !== undefined,
      words: wordsOf([area.name, parent?.name ?? '', ...former, ...codes].join(' '))
    };
  });
}

/** Whether a word of a name is the one typed: its beginning, or a common short form of it. */
const begins = (part: string | undefined, typed: string): boolean =>
  part !== undefined && (part.startsWith(typed) || part === SHORT_NAMES[typed]);

function rank(choice: AreaChoice, typed: readonly string[]): number {
  const own = wordsOf(choice.name);
  const starts = typed.every((word, index) => begins(own[index], word));
  const inName = typed.every((word) => own.some((part) => begins(part, word)));
  return (starts ? 0 : inName ? 1 : 2) + (choice.former ? 0.5 : 0);
}

/**
 * Areas in which every typed word begins, or is the short form of, some word of the name, code, region or a former name.
 * Names that begin as typed come first, areas that still exist before those that do not.
 */
export function findAreas(choices: readonly AreaChoice[], typed: string): readonly AreaChoice[] {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return choices;
  return choices
    .filter(({ words }) => wanted.every((word) => words.some((part) => begins(part, word))))
    .map((choice) => ({ choice, rank: rank(choice, wanted) }))
    .sort((a, b) => a.rank - b.rank || a.choice.name.localeCompare(b.choice.name, 'en-GB'))
    .map(({ choice }) => choice);
}
