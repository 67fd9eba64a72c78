/** Every indicator that has a figure here, by group, in one table: the figure, what it is beside, its mark and its trend. */
import { partnershipAbove, type Area } from '#lib/domain/area.ts';
import { isWithheld } from '#lib/disclosure/may-say.ts';
import { isKnown, isThere } from '#lib/domain/cell.ts';
import { GROUPS } from '#lib/domain/labels.ts';
import { MARK_LABELS } from '#lib/domain/mark.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import { middleOf } from '#lib/indicators/comparators.ts';
import { termsOf } from '#lib/indicators/evaluate.ts';
import { recodingTerms } from '#lib/indicators/recoding.ts';
import { trendOf } from '#lib/indicators/trend.ts';
import { compareWithBenchmark, type Comparison } from '#lib/stats/compare.ts';
import { TREND_POINTS } from '#lib/stats/trend.ts';
import {
  besideText,
  foldText,
  hereText,
  MOVING,
  scorecardText,
  trendWord,
  type Tally
} from '#lib/words/scorecard.ts';
import { relation } from '#lib/words/compare.ts';
import { shortValue } from '#lib/words/value.ts';
import { recoding } from '../category-series.ts';
import type { Context } from '../context.ts';
import { lackOf, wholeOf } from '../lacking.ts';
import { marked } from '../counted.ts';
import type { Column, Fold, Slot, TableFigure } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import type { Noted } from './noted.ts';
import { scorecardForFiles, type Scored } from './scorecard-file.ts';
import { countryName } from '../setting.ts';
import type { AnswerAt } from '../reading.ts';

type At = (indicator: PlacedIndicator, ...rest: Parameters<AnswerAt>) => Answer;

interface Line {
  readonly indicator: PlacedIndicator;
  readonly answer: Answer;
  /** Its figure is that of the whole partnership. */
  readonly whole: boolean;
}

/** What its figure is read from: of outcomes, those of the first. */
const leadOf = ({ kind, outcomes, numerator, denominator }: PlacedIndicator) =>
  (kind === 'outcomes' ? outcomes?.[0] : undefined) ?? { numerator, denominator };

const GROUP_ORDER = Object.keys(GROUPS);

function linesOf(context: Context, at: At, wanted: readonly PlacedIndicator[], board: Area | undefined) {
  return wanted
    .flatMap((indicator): Line[] => {
      const answer = at(indicator);
      if (isThere(answer.value)) return [{ indicator, answer, whole: false }];
      const whole = board ? at(indicator, board.id) : undefined;
      return whole && isThere(whole.value) ? [{ indicator, answer: whole, whole: true }] : [];
    })
    .toSorted((a, b) => GROUP_ORDER.indexOf(a.indicator.group) - GROUP_ORDER.indexOf(b.indicator.group));
}

/** The cells behind its figure, whatever table they are read from; undefined where it is not worked out of two. */
function cellsOf({ indicator, answer }: Line): string | undefined {
  const { numerator, denominator } = leadOf(indicator);
  if (!numerator || !denominator) return undefined;
  const sorted = (members: PlacedTerm['members'] = {}) =>
    Object.entries(members).toSorted(([a], [b]) => a.localeCompare(b));
  const key = ({ cube, measure, members, except }: PlacedTerm) => [
    cube,
    measure,
    sorted(members),
    sorted(except)
  ];
  return JSON.stringify([answer.area, key(numerator), key(denominator)]);
}

/** Of lines that tell of the same cells one, a share or rate before what became of all, and no stand-in. */
function once(lines: readonly Line[]): readonly Line[] {
  const rank = ({ indicator }: Line) =>
    (indicator.kind === 'outcomes' ? 2 : 0) + (indicator.standIn === undefined ? 0 : 1);
  const best = new Map<string, Line>();
  for (const line of lines) {
    const key = cellsOf(line);
    const other = key === undefined ? undefined : best.get(key);
    if (key !== undefined && (!other || rank(line) < rank(other))) best.set(key, line);
  }
  return lines.filter((line) => {
    const key = cellsOf(line);
    return key === undefined || best.get(key) === line;
  });
}

interface Told {
  readonly text: string;
  readonly comparison?: Comparison;
  /** What it is beside, by itself. */
  readonly other?: { readonly name: string; readonly value: number };
}

const NOTHING: Told = { text: '' };

/** The chosen comparator where it has a figure, else the country. */
function besideOf(context: Context, at: At, { indicator, answer, whole }: Line): Told {
  const { area, england, region, neighbours, compare } = context;
  if (whole || area.id === england.id || indicator.kind === 'count' || indicator.kind === 'state')
    return NOTHING;
  const chosen =
    compare === 'neighbours'
      ? {
          name: 'similar areas',
          value: middleOf(neighbours.map((id) => at(indicator, id).value)).value
        }
      : compare === 'region' && region
        ? { name: region.name, value: at(indicator, region.id).value }
        : undefined;
  const national = { name: countryName(england), value: at(indicator, england.id).value };
  const beside = chosen && isKnown(chosen.value) ? chosen : national;
  if (!isKnown(beside.value)) return NOTHING;
  const { value, ranges } = answer;
  const comparison =
    isKnown(value) && ranges ? compareWithBenchmark(value.value, beside.value.value, ranges) : undefined;
  return {
    text: besideText(beside.name, shortValue(indicator, beside.value.value), comparison),
    other: { name: beside.name, value: beside.value.value },
    ...(comparison ? { comparison } : {})
  };
}

/** Counts grow with their area, and documents have none. */
const hasTrend = ({ kind }: PlacedIndicator) => kind === 'share' || kind === 'rate' || kind === 'outcomes';

function trendText(context: Context, at: At, { indicator, answer, whole }: Line): string {
  if (!hasTrend(indicator) || whole || !isKnown(answer.value)) return '';
  const { years, period } = context;
  const upTo = years.slice(0, years.indexOf(period) + 1).slice(-TREND_POINTS);
  const category = recodingTerms(indicator) !== undefined;
  const trend = trendOf(
    upTo.map((year, index) => {
      const before = upTo[index - 1];
      return {
        result: at(indicator, undefined, year),
        recoding: category && before ? recoding(context, before, year) : 'none'
      };
    })
  );
  return trend.trend === 'tooFewPoints' ? '' : trendWord(trend);
}

interface Row {
  readonly line: Line;
  readonly beside: Told;
  readonly trend: string;
  /** How it stands out elsewhere on the page. */
  readonly noted?: string | undefined;
}

/** Clearly not what it is beside, moved one way for years, or told of elsewhere on the page. */
const standsOut = ({ beside, trend, noted }: Row) =>
  beside.comparison?.certainty === 'clearly' || MOVING.includes(trend) || noted !== undefined;

/** Whether it has anything to stand out from: another place, or years of its own. */
const isCompared = ({ beside, trend }: Row) => beside.comparison !== undefined || trend !== '';

/** A group stands open where something in it stands out; the first where nothing does. */
function foldsOf(rows: readonly Row[]): readonly Fold[] {
  const names = [...new Set(rows.map(({ line }) => GROUPS[line.indicator.group]))];
  const none = !rows.some(standsOut);
  return names.map((group, index) => {
    const own = rows.filter(({ line }) => GROUPS[line.indicator.group] === group);
    const out = own.filter(standsOut);
    return {
      group,
      open: out.length > 0 || (none && index === 0),
      says: foldText(
        own.length,
        out.map(({ line }) => line.indicator.name),
        own.some(isCompared)
      )
    };
  });
}

/** Those that stand out: beside another place, else over years, else in audits or the questions of the page. */
function outIn(rows: readonly Row[]): Tally['out'] {
  return rows.filter(standsOut).map(({ line: { indicator }, beside: { comparison }, trend, noted }) => ({
    name: indicator.name,
    group: GROUPS[indicator.group],
    how:
      comparison?.certainty === 'clearly'
        ? relation(comparison)
        : MOVING.includes(trend) || noted === undefined
          ? trend
          : noted
  }));
}

/** What a row is made of, with the area that its figure is of. */
function scoredOf({ area, catalogue }: Context, { line, beside, trend }: Row): Scored {
  const of = catalogue.manifest.areas.find(({ id }) => id === line.answer.area) ?? area;
  return { answer: line.answer, of: of.name, beside, trend };
}

function tableOf(context: Context, rows: readonly Row[], title: string): TableFigure {
  const { area, period } = context;
  const lines = rows.map(({ line }) => line);
  const texts = rows.map(({ line, beside, trend, noted = '' }) => ({
    indicator: line.indicator.name,
    group: GROUPS[line.indicator.group],
    here: `${hereText(line.answer)}${line.whole ? ', whole partnership' : ''}`,
    beside: beside.text,
    trend: trend || noted,
    mark: MARK_LABELS[line.indicator.mark]
  }));
  /** A column only where some row has anything to say in it. */
  const told = (key: 'beside' | 'trend', label: string): Column[] =>
    texts.some((text) => text[key] !== '') ? [{ key, label, kind: 'text' }] : [];
  return {
    id: 'scorecard',
    title,
    ...marked(lines.map(({ indicator }) => indicator.mark)),
    table: {
      caption: `Indicators with a figure for ${area.name}, ${period.label}.${rows.some(({ trend }) => trend !== '') ? ' The trend is of five years in a row, where there are so many.' : ''}`,
      groupBy: 'group',
      folds: foldsOf(rows),
      columns: [
        { key: 'indicator', label: 'Indicator', kind: 'text' },
        { key: 'group', label: 'Group', kind: 'text' },
        { key: 'here', label: 'Here', kind: 'text' },
        ...told('beside', 'Beside'),
        ...told('trend', 'Trend'),
        { key: 'mark', label: 'Counts', kind: 'text' }
      ],
      rows: texts,
      indicators: lines.map(({ indicator }) => indicator.id),
      forFiles: scorecardForFiles(rows.map((row) => scoredOf(context, row)))
    },
    covers: period.label,
    sources: sourcesOf(
      context,
      lines.flatMap(({ indicator }) => termsOf(indicator).map(({ table }) => table))
    ),
    file: `scorecard-${area.slug}-${period.id}`
  };
}

/** On a sheet of its own behind the seven. Undefined where nothing has a figure. */
export async function scorecardSlot(context: Context, noted: Noted = new Map()): Promise<Slot | undefined> {
  const asked = context.catalogue.indicators.filter(
    ({ kind }) => kind !== 'derived' && kind !== 'context' && kind !== 'coverage'
  );
  const wanted = asked.filter(({ supplied }) => supplied);
  const at = await context.reading.answers(wanted);
  const board = partnershipAbove(context.area, context.catalogue.manifest.areas);
  const found = linesOf(context, at, wanted, board);
  const lines = once(found);
  if (lines.length === 0) return undefined;
  const rows = lines.map((line): Row => ({
    line,
    beside: besideOf(context, at, line),
    trend: trendText(context, at, line),
    noted: noted.get(line.indicator.id)
  }));
  const whole = wholeOf(context);
  const atWhole = whole
    ? wanted.filter(
        (each) => isThere(at(each, whole.id).value) && !found.some((one) => one.indicator === each)
      )
    : [];
  const known = lines.filter(({ answer }) => isKnown(answer.value)).length;
  const withheld = lines.filter(({ answer }) => isWithheld(answer.value)).length;
  const title = scorecardText({
    out: outIn(rows),
    compared: rows.some(isCompared),
    withheld,
    unavailable: lines.length - known - withheld,
    ...(whole && atWhole.length > 0 ? { ofWhole: { name: whole.name, many: atWhole.length } } : {}),
    lacking: asked.length - found.length - atWhole.length,
    why: context.area.kind === 'partnership' ? 'authorities' : board ? 'own' : lackOf(context)
  });
  return {
    id: 'scorecard',
    heading: 'Scorecard',
    statements: [],
    figures: [],
    charts: [],
    tables: [tableOf(context, rows, title)]
  };
}
