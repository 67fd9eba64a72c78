/** What these figures cannot tell: what to supply, and what surveys of whole lives say, in words alone. */
import { isKnown } from '#lib/domain/cell.ts';
import { countHereText } from '#lib/words/locality.ts';
import { listed } from '#lib/words/number.ts';
import type { Fact, Slot, Statement } from '../model.ts';
import { countryName } from '../setting.ts';
import { tiersOf } from '../tiers.ts';
import type { AgesAt } from './ages.ts';
import { hasOlder, wholeAges, type AgePage } from './page.ts';

const BANDS = 'under 1, 1 to 4, 5 and 6, 7 to 10, 11 to 15, 16 and over';

/** By the category that the country’s ages go by, so that the two can stand side by side. */
function planList(page: AgePage): readonly Fact[] {
  const { lead, country, context } = page;
  if (lead) return [];
  const whole = wholeAges(page);
  const there = whole?.here.filter(({ counted }) => counted.category !== undefined) ?? [];
  const ages = `unborn, ${BANDS}`;
  const text =
    whole && there.length > 0
      ? countHereText(whole.name, there.some(hasOlder) ? '' : ', with 7 to 15 as a band')
      : country?.counted.category === 'first'
        ? `Count the plan list on one date by first category and age (${ages}). Set that beside ${countryName(context.england)}. Then count it by latest category too.`
        : `Count the plan list on one date by latest category and age: ${ages}.`;
  return [{ term: 'Ages on the plan list, with 7 to 15', text }];
}

/** Tiers in use whose ages nobody gave. */
function tiers(page: AgePage): readonly Fact[] {
  const { context, here } = page;
  const whole = wholeAges(page);
  const isIn = (ages: readonly AgesAt[], id: string) =>
    ages.some(({ counted }) => counted.id === `tier-${id}`);
  const lacking = tiersOf(context).filter(
    ({ id, place, isPlans }) => place === 'rung' && !isPlans && !isIn(here, id)
  );
  const [counted, nowhere] = [true, false].map((there) =>
    lacking.filter(({ id }) => isIn(whole?.here ?? [], id) === there)
  );
  const term = (some: typeof lacking) => `Ages at ${listed(some.map(({ name }) => `“${name}”`))}`;
  return [
    ...(whole && counted && counted.length > 0
      ? [{ term: term(counted), text: countHereText(whole.name) }]
      : []),
    ...(nowhere && nowhere.length > 0
      ? [
          {
            term: term(nowhere),
            text: 'Count the children with neglect recorded on the same date and by the same ages. The early help system and the case system hold them.'
          }
        ]
      : [])
  ];
}

function sexes(page: AgePage): readonly Fact[] {
  if (page.here.some(({ bySex }) => bySex)) return [];
  const whole = wholeAges(page);
  return [
    {
      term: 'Girls and boys at each age',
      text:
        whole?.here.some(({ bySex }) => bySex) === true
          ? countHereText(whole.name)
          : 'Count the same list by age and sex together.'
    }
  ];
}

function people({ lead, ages }: AgePage): readonly Fact[] {
  const none = lead?.cut.some((band) => !isKnown(ages.living(band)));
  return none === true
    ? [
        {
          term: 'Children of each age who live here',
          text: 'The Office for National Statistics estimates them each year by single year of age. With them, counts become rates.'
        }
      ]
    : [];
}

function similar({ context, ages }: AgePage): readonly Fact[] {
  const { neighbours, compare } = context;
  if (compare === 'england' || neighbours.some((area) => ages.at(area).length > 0)) return [];
  return [
    {
      term: compare === 'region' ? 'The region' : 'Similar areas',
      text: 'Ages are in these figures for none of them, so nothing but the whole country can be set beside these.'
    }
  ];
}

function survey({ context }: AgePage): readonly Statement[] {
  const { benchmarks, caveats, mark, id } = context.indicator('neglect-survey');
  const [first, ...rest] = caveats;
  return benchmarks.map(({ says }) => ({
    text: `A survey asked about whole lives so far. ${says} ${first ?? ''}`.trim(),
    mark,
    indicator: id,
    notes: context.notes.add(...rest)
  }));
}

export function beyondSlot(page: AgePage): Slot {
  const facts = [planList, tiers, sexes, people, similar].flatMap((fact) => fact(page));
  return {
    id: 'beyond',
    heading: 'What these figures cannot tell',
    statements: survey(page),
    figures: [],
    charts: [],
    ...(facts.length > 0 && !page.isCountry ? { facts } : {})
  };
}
