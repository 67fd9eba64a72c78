/** Where packs can begin, as `data/reports` says. */
import { PackTemplate } from '#lib/domain/pack.ts';

const FILES = import.meta.glob<unknown>('/data/reports/*.json', { eager: true, import: 'default' });

const isTemplate = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'name' in data && 'parts' in data;

/** In the order in which a year needs them: the one for every meeting first. */
const FIRST = ['quarterly-board-pack', 'one-page-summary', 'scrutiny-paper'];
const rank = ({ id }: PackTemplate) => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length);

/** @throws where a file of the folder is a template that its schema refuses */
export const TEMPLATES: readonly PackTemplate[] = Object.values(FILES)
  .filter(isTemplate)
  .map((data) => PackTemplate.parse(data))
  .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en-GB'));

/** How many sheets of paper a pack is held to, where its template says. */
export const sheetsOf = (template: string | undefined): number | undefined =>
  TEMPLATES.find(({ id }) => id === template)?.sheets;
