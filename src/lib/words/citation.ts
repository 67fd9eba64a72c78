/** How a figure is cited: what it is, of where and when, whose numbers, which release, and where it can be seen again. */
import { dateInWords } from '#lib/domain/period.ts';

export interface Cited {
  /** What it shows. */
  readonly title: string;
  readonly area: string;
  /** The dates that its figures cover. */
  readonly covers: string;
  /** `Department for Education, Children in need, Reporting year 2024. Open Government Licence v3.0` */
  readonly source: string;
  readonly vintage: string;
  /** Where exactly this stands; absent for figures that only one machine holds. */
  readonly link?: string | undefined;
  /** ISO date on which it was taken. */
  readonly taken: string;
}

/** Of a site that is one file on this machine only its name is cited: the folders above it are nobody else’s. */
const citable = (link: string) => link.replace(/^file:[^#?]*\//, '');

const ended = (text: string) => text.replace(/[.\s]+$/, '');

/**
 * One line to put beside a figure wherever it goes: `Neglect Lens, “Children on a plan for neglect”, Leeds, 31 March 2024.
 * From: Department for Education, Children in need, Reporting year 2024. Release 2024. https://… Taken on 1 June 2025.`
 */
export function citation({ title, area, covers, source, vintage, link, taken }: Cited): string {
  const what = [`Neglect Lens, “${ended(title)}”`, area, covers].filter((part) => part !== '').join(', ');
  const told =
    vintage === '' ||
    source === '' ||
    source.includes(`release ${vintage}`) ||
    ended(source).endsWith(`, ${vintage}`);
  return [
    `${what}.`,
    ...(source === '' ? [] : [`From: ${ended(source)}.`]),
    ...(told ? [] : [`Release ${vintage}.`]),
    ...(link === undefined ? [] : [citable(link)]),
    `Taken on ${dateInWords(taken)}.`
  ].join(' ');
}
