/** Sources of referrals as sentences name them. */
import { lowerFirst } from '../number.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Where the name of a member alone would read badly. */
const SAID: Readonly<Record<string, string>> = {
  police: 'the police',
  other: 'sources recorded as “other”',
  anonymous: 'people who gave no name',
  unknown: 'sources not known',
  external: 'other councils'
};

/** People and places that are no agency: nobody asks why they do not refer. */
const NO_AGENCY: readonly string[] = ['individual', 'other', 'anonymous', 'unknown'];

export function isAgency({ id }: Pick<Named, 'id'>): boolean {
  return !NO_AGENCY.includes(id);
}

/** Names that have no plural, or are one already. */
const ONE_FORM = /(s|ing|ion|help|police|anonymous|unknown|other)$/i;

/** `the police`, `schools`, `health services`. */
export function sourceInWords({ id, name }: Named): string {
  return SAID[id] ?? lowerFirst(name);
}

/** `dentists`, `adult mental health services`, `probation`: all of one kind. */
export function serviceInWords({ id, name }: Named): string {
  const said = SAID[id] ?? lowerFirst(name);
  if (ONE_FORM.test(said) || / or |,/.test(said)) return said;
  return `${said.replace(/y$/, 'ie')}s`;
}
