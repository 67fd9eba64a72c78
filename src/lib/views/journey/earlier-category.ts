/** Repeat plans by what the plan before was for. */
import { isKnown, isThere } from '#lib/domain/cell.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';
import { giveOneAway, isWithheld, WITHHELD } from '#lib/disclosure/may-say.ts';
import { membersOf } from '#lib/indicators/breakdown.ts';
import { captionText } from '#lib/words/caption.ts';
import { cellText, counted, lowerFirst, number } from '#lib/words/number.ts';
import type { Context } from '../context.ts';
import type { ChartModel, Slot, Statement } from '../model.ts';
import { sourcesOf } from '../provenance.ts';

const DIMENSION = 'earlier_category';
const CUBE = 'plans';

/** What to supply where nothing tells of the plan before. */
export function categoryNotSupplied(standIn: boolean): NonNullable<Slot['notSupplied']> {
  return {
    what: standIn
      ? 'Repeat plans for neglect alone, and what the plan before was for.'
      : 'What the plan before was for: neglect again, or something else.',
    remedy:
      'Your list of plans holds it: for each plan started, the first category of the same child’s plan before.'
  };
}

interface Found {
  readonly statements: readonly Statement[];
  readonly chart: ChartModel;
}

/** Undefined where no table tells it for this area and period. */
export async function earlierCategories(context: Context): Promise<Found | undefined> {
  const { catalogue, area, period } = context;
  const table = catalogue.manifest.tables.find(
    ({ cube, dimensions }) => cube === CUBE && dimensions.includes(DIMENSION)
  );
  if (!table) return undefined;
  const category = table.dimensions.includes('category_initial');
  const common = {
    ...(category ? { category_initial: 'neglect' } : {}),
    ...(table.dimensions.includes('earlier_plan') ? { earlier_plan: 'yes' } : {})
  };
  const term = (members: Readonly<Record<string, string>>): PlacedTerm => ({
    cube: CUBE,
    table: table.id,
    measure: 'started',
    members: { ...common, ...members }
  });
  const asked = membersOf(catalogue, CUBE, DIMENSION).map((member) => ({
    member,
    term: term({ [DIMENSION]: member.id })
  }));
  const whole = term({});
  const lookup = await context.reading.cells([whole, ...asked.map((each) => each.term)]);
  const total = lookup(whole, area.id, period.id);
  const read = asked
    .map(({ member, term: each }) => ({ member, cell: lookup(each, area.id, period.id) }))
    .filter(({ cell }) => isThere(cell));
  if (read.length === 0) return undefined;
  const given = isWithheld(total) || giveOneAway(read.map(({ cell }) => cell));
  const bands = given ? read.map(({ member }) => ({ member, cell: WITHHELD })) : read;
  const what = category ? 'plans started for neglect' : 'plans started';
  const again = bands.find(({ member }) => member.id === 'neglect')?.cell;
  const mark = category ? 'neglect' : 'all';
  const told = again && isKnown(again) && isKnown(total);
  const title = told
    ? `The plan before was for neglect too in ${number(again.value)} of ${number(total.value)}`
    : `What the plan before was for`;
  const subtitle = captionText(
    `${category ? 'Plans started for neglect' : 'Plans started'} for a child who had one before, by the category of that plan`,
    area.name,
    period.label
  );
  const of = isKnown(total) ? ` of ${number(total.value)}` : '';
  return {
    statements: [
      {
        text: told
          ? `Of ${counted(total.value, `repeat plan`, `repeat ${what}`)}, ${again.value === 0 ? 'none' : number(again.value)} came after a plan that was for neglect too.`
          : `What the plan before a repeat plan was for is ${given ? 'withheld' : cellText(again ?? total)}.`,
        mark
      }
    ],
    chart: {
      id: 'repeat-plans-by-category',
      title,
      subtitle,
      description: `${title}. ${bands.map(({ member, cell }) => `${member.name}: ${cellText(cell)}`).join('; ')}.`,
      mark,
      spec: {
        kind: 'bars',
        unit: what,
        decimals: 0,
        rows: bands.map(({ member, cell }) => ({
          id: member.id,
          label: member.name,
          role: 'focus',
          cell,
          text: isKnown(cell) ? `${number(cell.value)}${of}` : cellText(cell)
        }))
      },
      table: {
        caption: subtitle,
        columns: [
          { key: 'category', label: 'The plan before was for', kind: 'text' },
          { key: 'plans', label: 'Plans', kind: 'number' },
          { key: 'of', label: 'Out of', kind: 'number' }
        ],
        rows: bands.map(({ member, cell }) => ({ category: member.name, plans: cell, of: total }))
      },
      notes: context.notes.add(
        `A plan in another area is often not known of, so “${lowerFirst('Never')} before” may be too many.`
      ),
      covers: period.label,
      sources: sourcesOf(context, [table.id]),
      file: `repeat-plans-by-category-${area.slug}-${period.id}`
    }
  };
}
