import { ALL, type Dimension } from '#lib/domain/cube.ts';
import type { ManifestFrame } from './bundle-manifest.ts';

/** What may stand in one column, and how to guess what was meant by something else. */
export interface Vocabulary {
  readonly accepts: (value: string) => boolean;
  /** The id that was probably meant, from its name, its other codes or its case. */
  readonly meant: (value: string) => string | undefined;
}

interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9+]/g, '');

/** A vocabulary of known ids; names and codes serve for guesses only. */
export function vocabularyOf(items: readonly Named[], form?: RegExp): Vocabulary {
  const ids = new Set(items.map((item) => item.id));
  let guesses: Map<string, string> | undefined;
  return {
    accepts: (value) => ids.has(value) || (form?.test(value) ?? false),
    meant: (value) => {
      guesses ??= new Map(
        items.toReversed().flatMap((item) => [item.id, ...item.names].map((name) => [plain(name), item.id]))
      );
      return guesses.get(plain(value));
    }
  };
}

/** Ids of the rounds a bundle registers; undefined where its register could not be read. */
export type RoundIds = readonly string[] | undefined;

const LOCAL_ID = /^[a-z0-9]+([_-][a-z0-9]+)*$/;

function localItems(dimension: Dimension, frame: ManifestFrame, rounds: RoundIds): readonly Named[] {
  const named = (items: readonly { readonly id: string; readonly name: string }[]) =>
    items.map((item) => ({ id: item.id, names: [item.name] }));
  switch (dimension.open) {
    case 'tiers':
      return named(frame.tiers);
    case 'agencies':
      return named(frame.agencies);
    case 'categories':
      return named(frame.categories);
    case 'areas':
      return named(frame.areas);
    case 'rounds':
      return (rounds ?? []).map((id) => ({ id, names: [] }));
    case 'indicators':
    case 'tools':
    case 'standards':
    case undefined:
      return [];
    default:
      return dimension.open satisfies never;
  }
}

/**
 * The members a dimension's column may hold: `all`, those of the cube, and those the bundle adds where the
 * dimension is open. Indicators, tools and standards have no list in a bundle: anything shaped as an id will do.
 */
export function memberVocabulary(dimension: Dimension, frame: ManifestFrame, rounds: RoundIds): Vocabulary {
  const shared = dimension.members.map((member) => ({
    id: member.id,
    names: [member.name, ...Object.values(member.codes ?? {}).flat()]
  }));
  const unlisted =
    dimension.open === 'indicators' ||
    dimension.open === 'tools' ||
    dimension.open === 'standards' ||
    (dimension.open === 'rounds' && rounds === undefined);
  return vocabularyOf(
    [{ id: ALL, names: ['total'] }, ...shared, ...localItems(dimension, frame, rounds)],
    unlisted ? LOCAL_ID : undefined
  );
}

/** What to do about a member that is not known. */
export function memberRemedy(dimension: Dimension, cube: string): string {
  const use = `Use a member of “${dimension.id}” in cube “${cube}”`;
  switch (dimension.open) {
    case 'rounds':
      return 'Add the round to registers/rounds.csv, or correct it.';
    case 'tiers':
    case 'agencies':
    case 'categories':
    case 'areas':
      return `${use}, or add it to the ${dimension.open} in bundle.json.`;
    case 'indicators':
    case 'tools':
    case 'standards':
      return 'Write an id: lower-case letters and digits, with hyphens between words.';
    case undefined:
      return `${use}.`;
    default:
      return dimension.open satisfies never;
  }
}
