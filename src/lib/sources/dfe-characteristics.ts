import { foldName } from './dfe-columns.ts';

/** Members of the row dimensions that a characteristic names, or `left-out` for a subtotal that has no member of ours. */
export type Characteristic = Readonly<Record<string, string>> | 'left-out' | undefined;

const AGES: readonly (readonly [RegExp, string])[] = [
  [/\bunborn\b/, 'unborn'],
  [/\bunder 1\b/, 'under1'],
  [/\b1 (to )?4\b/, '1to4'],
  [/\b5 (to )?9\b/, '5to9'],
  [/\b10 (to )?15\b/, '10to15'],
  [/\b16\b.*\b(plus|over)\b/, '16plus']
];

/** Folded spelling → member; the first that the folded text equals or starts with wins. */
const ETHNICITIES: readonly (readonly [RegExp, string])[] = [
  [/^white and black caribbean/, 'mixed_caribbean'],
  [/^white and black african/, 'mixed_african'],
  [/^white and asian/, 'mixed_asian'],
  [/^any other mixed/, 'mixed_other'],
  [/^white british/, 'white_british'],
  [/^white irish/, 'white_irish'],
  [/^(gypsy|traveller|irish traveller)/, 'white_traveller'],
  [/^any other white/, 'white_other'],
  [/^any other asian/, 'asian_other'],
  [/^any other black/, 'black_other'],
  [/^(any other ethnic|other ethnic|other group|total other)/, 'other'],
  [/^indian/, 'asian_indian'],
  [/^pakistani/, 'asian_pakistani'],
  [/^bangladeshi/, 'asian_bangladeshi'],
  [/^chinese/, 'asian_chinese'],
  [/^black caribbean/, 'black_caribbean'],
  [/^black african/, 'black_african'],
  [/^(total )?asian/, 'asian'],
  [/^(total )?black/, 'black'],
  [/^(total )?mixed/, 'mixed'],
  [/^(total )?white$/, 'white'],
  [/^(unknown|not known|not stated|not obtained|refused).*ethnic/, 'notknown']
];

/**
 * What a characteristic such as `Female Aged 5 to 9 years` or `Any other mixed background` says.
 * `left-out` is a subtotal with no member (`Known ethnicity`); undefined is one that is not known at all.
 */
export function readCharacteristic(text: string): Characteristic {
  const folded = foldName(text);
  if (folded === 'total' || folded === 'all') return {};
  if (/^known ethnicity/.test(folded) || folded === 'known') return 'left-out';
  const ethnicity = ETHNICITIES.find(([pattern]) => pattern.test(folded))?.[1];
  if (ethnicity !== undefined) return { ethnicity };
  const age = AGES.find(([pattern]) => pattern.test(folded))?.[1];
  const sex = sexIn(folded);
  if (age === undefined && sex === undefined) return undefined;
  return { ...(age === undefined ? {} : { age }), ...(sex === undefined ? {} : { sex }) };
}

function sexIn(folded: string): string | undefined {
  if (/\b(unknown|indeterminate|not known|not stated)\b/.test(folded)) return 'notknown';
  if (/^(female|girl)/.test(folded)) return 'female';
  if (/^(male|boy)/.test(folded)) return 'male';
  return undefined;
}
