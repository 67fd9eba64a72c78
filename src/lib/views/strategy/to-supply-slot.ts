/** What a partnership can add so that the rest of the page can be made. */
import { dateInWords } from '#lib/domain/dates.ts';
import { FEEDS } from '#lib/domain/labels.ts';
import { chooseLater } from '#lib/words/later.ts';
import { lowerFirst, sentence } from '#lib/words/number.ts';
import { areaInSentence } from '#lib/words/place.ts';
import type { Context } from '../context.ts';
import type { Slot, TableFigure } from '../model.ts';
import { strategyOutcomes } from './judging.ts';
import { laterText } from './milestones.ts';
import { heldBy, type Answers } from './whose.ts';

const GUIDE =
  'Add each date to the list of milestones: the date, what changed, the area, and the figures it should move. The guide and the templates are under Data.';

/** What to supply so that the rest of the page can be made, by the system it would come from. */
export function toSupplySlot(context: Context, answers: Answers, roles: readonly string[]): Slot {
  const asked = [...new Set([...strategyOutcomes(context), ...roles.map((role) => context.indicator(role))])];
  const ever = asked.map((indicator) => ({
    indicator,
    held: heldBy(context, answers, indicator, [], context.years)
  }));
  const wanted = ever.filter(({ held }) => held === undefined).map(({ indicator }) => indicator);
  const [later] = ever
    .flatMap(({ held }) => held?.years.slice(0, 1) ?? [])
    .map(({ end }) => end)
    .filter((end) => end > context.period.end)
    .toSorted();
  const feedOf = ({ feeds }: (typeof wanted)[number]) =>
    feeds.find((feed) => feed !== 'published') ?? 'governance';
  const feeds = [...new Set(wanted.map(feedOf))];
  const table: TableFigure = {
    id: 'to-supply-table',
    title: 'What a partnership can add, and from where',
    mark: 'neglect',
    table: {
      caption: 'Figures that would show whether a strategy works, by where they come from',
      columns: [
        { key: 'from', label: 'From', kind: 'text' },
        { key: 'figures', label: 'Figures', kind: 'text' }
      ],
      rows: feeds.map((feed) => ({
        from: FEEDS[feed],
        figures: sentence(
          wanted
            .filter((each) => feedOf(each) === feed)
            .map(({ name }) => lowerFirst(name))
            .join('; ')
        )
      }))
    },
    covers: dateInWords(context.period.end),
    sources: [],
    file: `to-supply-${context.area.slug}`
  };
  return {
    id: 'to-supply',
    heading: 'What would answer the question?',
    statements: [
      {
        text: 'First: is the neglect tool in use? Then: what changed after the strategy, here and in similar areas?'
      },
      ...(later === undefined
        ? []
        : [
            {
              text: `Some figures that tell begin after this date; the first are of ${dateInWords(later)}. ${chooseLater(later)}`
            }
          ])
    ],
    figures: [],
    charts: [],
    ...(feeds.length > 0 ? { tables: [table] } : {}),
    ...(laterText(context) === undefined
      ? {
          notSupplied: {
            what: `No strategy date is loaded for ${areaInSentence(context.area)}.`,
            remedy: GUIDE
          }
        }
      : {})
  };
}
