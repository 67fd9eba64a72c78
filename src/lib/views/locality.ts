/** Pages of localities, of which little is ever counted: what is, and one sentence for all that is not. */
import type { Area } from '#lib/domain/area.ts';
import { LOCALITY_REST, localityRestText } from '#lib/words/locality.ts';
import { comparedIn } from './compared-in.ts';
import type { Slot, ViewModel } from './model.ts';

/** A year is no figure: it stands in sentences that say that there is none. */
const hasNumber = (text: string) => /\d/.test(text.replace(/\b(19|20)\d\d\b/g, ''));

const holds = ({ figures, charts, tables = [], facts = [], statements }: Slot): boolean =>
  [...figures, ...charts, ...tables, ...facts].length > 0 ||
  statements.some(({ text, mark }) => mark !== undefined && hasNumber(text));

/** The slots that hold a figure of a locality; those of any other area as they are. */
export function slotsOfLocality(area: Area, slots: readonly Slot[], areas: readonly Area[]): readonly Slot[] {
  if (area.kind !== 'locality') return slots;
  const held = slots.filter(holds);
  if (held.length === slots.length) return slots;
  const lacking = slots.filter((slot) => !held.includes(slot)).map(({ heading }) => heading);
  const parent = areas.find(({ id }) => id === area.parent)?.name;
  return [
    ...held,
    {
      id: 'locality-rest',
      heading: LOCALITY_REST,
      statements: [{ text: localityRestText({ name: area.name, parent, lacking, any: held.length > 0 }) }],
      figures: [],
      charts: []
    }
  ];
}

type Beside = Pick<ViewModel, 'compare' | 'choices'>;

/** With whom the page of a locality compares: with nobody where no slot holds a figure of theirs. Any other area’s as it is. */
export function besideLocality(
  { kind }: Area,
  { compare, choices }: Beside,
  { headline, slots }: Pick<ViewModel, 'headline' | 'slots'>
): Beside {
  const country = compare.label.replace(/^.* and | only$/g, '');
  const told = [headline, ...slots.flatMap(({ statements }) => statements)];
  const figures = slots.flatMap(({ charts, tables = [] }) => [...charts, ...tables]);
  return kind !== 'locality' ||
    told.some(({ text }) => text.includes(country)) ||
    figures.some((each) => comparedIn({ compare }, each) !== '')
    ? { compare, choices }
    : { compare: { ...compare, label: '' }, choices: { ...choices, compares: [] } };
}
