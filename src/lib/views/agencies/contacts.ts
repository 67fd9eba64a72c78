/** Contacts and “assessed as not in need” beside referrals, because what counts as a referral changes. */
import { derive } from '#lib/disclosure/may-say.ts';
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import { endYear, type Period } from '#lib/domain/period.ts';
import type { Result } from '#lib/indicators/evaluate.ts';
import {
  becameSentence,
  becameTitle,
  contactsPerReferralSentence,
  notInNeedMovedSentence,
  referralsMovedSentence
} from '#lib/words/agencies/front-door.ts';
import { NOT_THERE } from '#lib/words/absence.ts';
import { captionText } from '#lib/words/caption.ts';
import { howUsual } from '#lib/words/change.ts';
import { levelText } from '#lib/words/compare.ts';
import { supplySentence } from '#lib/words/figure.ts';
import { cellText } from '#lib/words/number.ts';
import { changeOf } from '../changes.ts';
import type { Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import { lackOf } from '../lacking.ts';
import type { ChartModel, Series, Slot, Statement } from '../model.ts';
import { coversYears, sourcesOf, tablesOf } from '../provenance.ts';
import type { Asked } from './asked.ts';
import { shareBars } from './bars.ts';
import { countryName } from '../setting.ts';
import { yearColumn } from '#lib/words/when.ts';
import { yearsEnd } from '../year-end.ts';

const REFERRALS = 'referrals-rate';
const NOT_IN_NEED = 'referrals-not-in-need-share';
const CONTACTS = 'contacts-rate';

/** Referrals assessed as not in need, for every 10,000 children: the same denominator as the line beside it. */
function notInNeedRate(context: Context, year: Period): Cell {
  const { numerator } = context.result(NOT_IN_NEED, context.area.id, year);
  const { denominator } = context.result(REFERRALS, context.area.id, year);
  return derive([numerator, denominator], (count, children) => (count / children) * 10_000);
}

function line(
  context: Context,
  years: readonly Period[],
  series: Pick<Series, 'id' | 'name' | 'role'>,
  of: (year: Period) => Result | Cell
): Series {
  return {
    ...series,
    points: years.map((year) => {
      const found = of(year);
      const cell = 'kind' in found ? found : found.value;
      const ranges = 'kind' in found ? undefined : found.ranges?.at95;
      return {
        year: endYear(year),
        cell,
        ...(isKnown(cell) && ranges && series.role === 'focus' ? ranges : {})
      };
    })
  };
}

function seriesOf(context: Context, years: readonly Period[]): readonly Series[] {
  const { area, england } = context;
  const all: readonly Series[] = [
    line(context, years, { id: area.id, name: 'Referrals', role: 'focus' }, (year) =>
      context.result(REFERRALS, area.id, year)
    ),
    ...(area.id === england.id
      ? []
      : [
          line(
            context,
            years,
            { id: 'england', name: `Referrals, ${countryName(context.england)}`, role: 'england' },
            (year) => context.result(REFERRALS, england.id, year)
          )
        ]),
    line(
      context,
      years,
      { id: 'not-in-need', name: 'Of them, assessed and not in need', role: 'second' },
      (year) => notInNeedRate(context, year)
    ),
    line(context, years, { id: 'contacts', name: 'Contacts', role: 'third' }, (year) =>
      context.result(CONTACTS, area.id, year)
    )
  ];
  return all.filter(({ points }) => points.some(({ cell }) => isKnown(cell)));
}

function movedStatement(context: Context): Statement | undefined {
  const { previous } = context;
  const change = changeOf(context, REFERRALS);
  if (!previous || !change || !isKnown(change.from.numerator) || !isKnown(change.to.numerator))
    return undefined;
  const [before, after] = [
    context.result(NOT_IN_NEED, context.area.id, previous),
    context.result(NOT_IN_NEED)
  ];
  const moved = referralsMovedSentence(
    previous.label,
    { from: change.from.numerator.value, to: change.to.numerator.value },
    change.verdict
  );
  const usual = change.verdict ? howUsual(change.verdict) : undefined;
  const need =
    isKnown(before.value) && isKnown(after.value)
      ? notInNeedMovedSentence({ from: before.value.value, to: after.value.value })
      : undefined;
  return {
    text: [moved, usual, need].filter((part) => part !== undefined).join(' '),
    mark: 'all',
    indicator: change.to.indicator.id,
    notes: notesOf(context, change.to)
  };
}

function contactsStatements(context: Context, asked: Asked): readonly Statement[] {
  const contacts = context.result(CONTACTS);
  const referrals = context.result(REFERRALS);
  const outcomes = asked.answer('contacts-outcomes');
  return [
    ...(isKnown(contacts.numerator) && isKnown(referrals.numerator) && referrals.numerator.value > 0
      ? [
          {
            text: contactsPerReferralSentence(contacts.numerator.value, referrals.numerator.value),
            mark: 'all' as const,
            indicator: contacts.indicator.id,
            notes: notesOf(context, contacts)
          }
        ]
      : []),
    ...(outcomes.parts?.some(({ result }) => isKnown(result.value)) === true
      ? [
          {
            text: becameSentence(outcomes),
            mark: outcomes.indicator.mark,
            indicator: outcomes.indicator.id,
            notes: notesOf(context, outcomes)
          }
        ]
      : [])
  ];
}

function titleOf(context: Context): string {
  const referrals = context.result(REFERRALS).value;
  const need = context.result(NOT_IN_NEED).value;
  if (!isKnown(referrals)) return 'Referrals, and those assessed as not in need';
  const amount = `${cellText(referrals, 1)} referrals for every 10,000 children`;
  return isKnown(need) ? `${amount}; ${cellText(need, 0)}% of them assessed and not in need` : amount;
}

function chart(context: Context): ChartModel | undefined {
  const years = context.years;
  const series = seriesOf(context, years);
  if (series.every(({ role }) => role === 'england')) return undefined;
  const covers = coversYears(years, 'flow');
  const title = titleOf(context);
  const subtitle = captionText(
    `${series.some(({ id }) => id === 'contacts') ? 'Contacts and referrals' : 'Referrals'} for every reason, per 10,000 children`,
    context.area.name,
    covers
  );
  const referrals = context.result(REFERRALS);
  return {
    id: 'contacts-referrals',
    title,
    subtitle,
    description: `${title}. ${series.map(({ name, points }) => `${name}: ${cellText(points.at(-1)?.cell ?? { kind: 'missing', reason: 'notSupplied' }, 1)} in the last year`).join('; ')}.`,
    mark: 'all',
    indicator: referrals.indicator.id,
    spec: {
      kind: 'series',
      unit: 'per 10,000 children',
      decimals: 1,
      series,
      breaks: [],
      at: Number(context.period.id),
      ...yearsEnd(years),
      milestones: years.some(({ id }) => id === '2021') ? [{ year: 2021, label: 'pandemic year' }] : []
    },
    table: {
      caption: subtitle,
      columns: [
        { key: 'year', label: yearColumn(context.period, 'flow'), kind: 'text' },
        ...series.map(({ id, name }) => ({
          key: `s-${id}`,
          label: name,
          kind: 'number' as const,
          decimals: 1,
          unit: 'per 10,000'
        }))
      ],
      rows: years.map((year, index) => ({
        year: year.id,
        ...Object.fromEntries(
          series.map(({ id, points }) => [
            `s-${id}`,
            points[index]?.cell ?? { kind: 'missing', reason: 'notSupplied' }
          ])
        )
      }))
    },
    notes: notesOf(context, referrals),
    covers,
    sources: sourcesOf(context, tablesOf(context, REFERRALS, NOT_IN_NEED, CONTACTS)),
    file: `contacts-referrals-${context.area.slug}`
  };
}

function outcomesChart(context: Context, asked: Asked): ChartModel | undefined {
  const answer = asked.answer('contacts-outcomes');
  const { indicator, parts = [] } = answer;
  if (!parts.some(({ result }) => isKnown(result.value))) return undefined;
  return shareBars(
    context,
    parts.map(({ id, name, result }) => ({ id, name, result: { ...result, indicator } })),
    {
      id: 'contact-outcomes',
      title: becameTitle(answer),
      subtitle: captionText(indicator.subtitle, context.area.name, context.period.label),
      head: 'What became of them',
      when: context.period.label
    }
  );
}

/** Undefined where neither contacts nor referrals are known. */
export function contactsSlot(context: Context, asked: Asked): Slot | undefined {
  const drawn = chart(context);
  if (!drawn) return undefined;
  const outcomes = outcomesChart(context, asked);
  const contacts = context.result(CONTACTS);
  const moved = movedStatement(context);
  const level = context.level(context.result(REFERRALS));
  const among: readonly Statement[] = level
    ? [{ text: `Referrals for every 10,000 children are ${levelText(level)}.`, mark: 'all' }]
    : [];
  const warning: Statement = {
    text: 'What counts as a referral changes from place to place and from year to year. Contacts, and referrals that end with no need found, help to tell more worry from a lower bar.'
  };
  return {
    id: 'contacts',
    heading: isKnown(contacts.numerator) ? 'Contacts beside referrals' : 'Referrals, and what counts as one',
    statements: [...(moved ? [moved] : []), ...among, ...contactsStatements(context, asked), warning],
    figures: [],
    charts: [drawn, ...(outcomes ? [outcomes] : [])],
    ...(isKnown(contacts.numerator)
      ? {}
      : {
          notSupplied: {
            what: `Contacts at the front door that were not accepted as referrals${lackOf(context) === 'published' ? '. No contacts are published for any authority' : `: ${NOT_THERE[lackOf(context)]}`}.`,
            remedy: supplySentence(contacts.indicator)
          }
        })
  };
}
