/** The page of one indicator for one area: what it says here, what it means, and where it comes from. */
import { isKnown, isThere } from '#lib/domain/cell.ts';
import { dateInWords } from '#lib/domain/period.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { ViewPlace } from '#lib/selection/place.ts';
import { catalogueFor, type Catalogue } from '#lib/db/catalogue.ts';
import type { Facts } from '#lib/db/facts.ts';
import type { Part } from '#lib/indicators/answer.ts';
import { figure } from '#lib/indicators/figure.ts';
import { nameOf } from '#lib/words/beside.ts';
import { relations } from '#lib/words/compare.ts';
import { shareText, supplySentence, valueSentence } from '#lib/words/figure.ts';
import { sentence } from '#lib/words/number.ts';
import { areaInSentence } from '#lib/words/place.ts';
import { frameOf } from './frame.ts';
import {
  caveatsSlot,
  citedIn,
  howSlot,
  meaning,
  originSlot,
  questionsOf,
  supplySlot
} from './indicator/about.ts';
import { comparedSlot } from './indicator/compared.ts';
import { figuresOf } from './indicator/figures.ts';
import { overTimeSlot } from './indicator/over-time.ts';
import { dateOf, onlyCounts, pageOf, type IndicatorPage } from './indicator/page.ts';
import { partsSlot } from './indicator/parts.ts';
import { asSampled, sampleOf, samplesOf } from './indicator/sample.ts';
import type { Slot, Statement, ViewModel } from './model.ts';
import { noteBook } from './notebook.ts';
import { sourceLine } from './provenance.ts';
import { settingOf, type Unanswerable } from './setting.ts';

/** The indicator that an address names, in whatever letters. */
export function findIndicator({ indicators }: Catalogue, name: string): PlacedIndicator | undefined {
  const wanted = name.toLowerCase();
  return indicators.find(({ id }) => id.toLowerCase() === wanted);
}

/** Nothing to look at by year or beside others: words alone, or nothing supplied. */
function isStill({ kind, supplied }: PlacedIndicator): boolean {
  return kind === 'derived' || !supplied;
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The first of the parts; the others stand beside it further down. */
function leadText({ name }: PlacedIndicator, { name: part, result }: Part): string {
  const { indicator, numerator, denominator, value } = result;
  return isKnown(value) && isKnown(numerator) && isKnown(denominator)
    ? `${name}: ${part.toLowerCase()} ${shareText(indicator, numerator.value, denominator.value, value.value)}.`
    : valueSentence(result);
}

function headline({ worked }: IndicatorPage): Statement {
  const { indicator, answer, beside } = worked;
  if (indicator.kind === 'derived') return { text: `${indicator.name}: said in words, not as a number.` };
  if (!indicator.supplied) return { text: `${indicator.name}: not supplied.` };
  const [lead] = answer.parts ?? [];
  if (lead) return { text: leadText(indicator, lead), mark: indicator.mark };
  const named = beside.flatMap((each) =>
    each.comparison ? [{ name: nameOf(each), comparison: each.comparison }] : []
  );
  const compared = named.length > 0 && !onlyCounts(answer) ? ` That is ${relations(named)}.` : '';
  const said = valueSentence(answer);
  const stands = indicator.standIn === undefined ? said : `A stand-in: ${lowerFirst(said)}`;
  return { text: `${stands}${compared}`, mark: indicator.mark };
}

function notSupplied({ worked, setting }: IndicatorPage): Pick<Slot, 'notSupplied'> {
  const { indicator, answer } = worked;
  if (indicator.kind === 'derived' || isThere(answer.value)) return {};
  const what = indicator.supplied
    ? `Not supplied for ${areaInSentence(setting.area)} in this year. The figures loaded here hold it for other areas or years.`
    : 'Not supplied. The figures loaded here do not hold it for any area.';
  return { notSupplied: { what, remedy: supplySentence(indicator) } };
}

function meaningSlot(page: IndicatorPage): Slot {
  return {
    id: 'meaning',
    heading: 'What it tells',
    statements: [
      ...meaning(page),
      ...(page.sample ? [{ text: page.sample.says, mark: page.worked.indicator.mark }] : [])
    ],
    figures: figuresOf(page),
    charts: [],
    ...notSupplied(page)
  };
}

/** Said before any figure of it. */
function standInNotice({ worked: { indicator } }: IndicatorPage): readonly string[] {
  const { standIn, supplied } = indicator;
  return standIn === undefined || !supplied ? [] : [`A stand-in for what is meant. ${standIn}`];
}

function positionOf(page: IndicatorPage): string {
  const { worked, setting } = page;
  const { indicator, counted } = worked;
  if (isStill(indicator)) return `Figures to ${dateInWords(setting.period.end)}`;
  const when = dateOf(page, setting.period, dateInWords);
  return counted === 'stock' ? `Position at ${when}` : sentence(when);
}

/** Controls that change nothing here are not offered. */
function choicesOf(choices: ViewModel['choices'], { worked }: IndicatorPage): ViewModel['choices'] {
  if (isStill(worked.indicator)) return { periods: [], compares: [] };
  const comparable = worked.answer.parts === undefined && worked.beside.some(({ value }) => isKnown(value));
  return comparable ? choices : { ...choices, compares: [] };
}

/** The page of an indicator. `Unanswerable` where there is no such indicator or area; throws only if the engine fails. */
export async function indicatorView(facts: Facts, place: ViewPlace): Promise<ViewModel | Unanswerable> {
  const setting = settingOf(facts.catalogue, place);
  if ('unanswerable' in setting) return setting;
  const catalogue = catalogueFor(facts.catalogue, setting.area.id, setting.period.end);
  const indicator = findIndicator(catalogue, place.indicator ?? '');
  if (!indicator) return { unanswerable: `There is no indicator called “${place.indicator ?? ''}”.` };
  const { area, period } = setting;
  const book = noteBook();
  const [found, drawn] = await Promise.all([
    figure({ ...facts, catalogue }, { indicator, area, period }),
    samplesOf(facts, catalogue, setting, indicator)
  ]);
  const page: IndicatorPage = {
    ...pageOf(catalogue, setting, drawn ? asSampled(found, drawn) : found, book),
    ...(drawn ? { sample: sampleOf(found, drawn) } : {})
  };
  const sources = isStill(indicator) ? [] : page.worked.sources;
  const frame = frameOf(catalogue, place, setting, book, sources[0]);
  return {
    ...frame,
    indicator: indicator.id.toLowerCase(),
    choices: choicesOf(frame.choices, page),
    position: positionOf(page),
    title: `${indicator.name}, ${frame.area.name}`,
    headline: headline(page),
    notices: isStill(indicator) ? [] : [...frame.notices, ...standInNotice(page)],
    slots: [
      meaningSlot(page),
      comparedSlot(page),
      partsSlot(page),
      overTimeSlot(page),
      supplySlot(page),
      howSlot(page),
      originSlot(page),
      caveatsSlot(page)
    ].filter((slot) => slot !== undefined),
    questions: questionsOf(page),
    notes: isStill(indicator) ? [] : book.all(),
    sources: [...sources.map(sourceLine), ...citedIn(page)]
  };
}
