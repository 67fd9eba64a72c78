/** Help that closed and started again within a year. */
import { isKnown, isThere } from '#lib/domain/cell.ts';
import type { Period } from '#lib/domain/period.ts';
import type { PlacedTerm } from '#lib/domain/term.ts';
import { derive } from '#lib/disclosure/may-say.ts';
import type { Result } from '#lib/indicators/evaluate.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { captionText } from '#lib/words/caption.ts';
import { absenceInFull } from '#lib/words/absence.ts';
import { rangeSentence, shortValue, valueSentence } from '#lib/words/figure.ts';
import { counted, listed, number, sentence } from '#lib/words/number.ts';
import { controlChart } from '../control-chart.ts';
import type { Context } from '../context.ts';
import { notesOf } from '../figures.ts';
import type { ChartModel, Slot, Statement } from '../model.ts';
import { sourcesOf, tablesOf } from '../provenance.ts';
import { peerBars } from './peer-bars.ts';
import { peersOf } from './peers.ts';
import { peersText } from './peers-text.ts';

export const RESTARTS = 'help-restarts-share';
export const STOP_START_HEADING = 'Help that stops and starts';

/** The closures are of the year before, so that twelve months have passed for each. */
export const closedIn = ({ previous }: Context): Period | undefined => previous;

/** `25% of the help for neglect that closed in the year to 31 March 2023 started again within a year`. */
export function restartsText(context: Context): string | undefined {
  const { numerator, denominator, value, indicator } = context.result(RESTARTS);
  const closed = closedIn(context);
  if (!isKnown(numerator) || !isKnown(denominator) || !isKnown(value) || !closed) return undefined;
  const share =
    shareAs(denominator.value) === 'counts'
      ? `${number(numerator.value)} of ${number(denominator.value)} times that help`
      : `${number(value.value)}% of the help`;
  const what = indicator.mark === 'neglect' ? 'for neglect' : 'for “abuse or neglect”';
  return `${share} ${what} that closed in the ${closed.label} was followed by more within a year`;
}

/** `; in Lanternport 11%`, for those with enough to say a percentage of. */
function besideTitle(context: Context): string {
  const said = peersOf(context).flatMap((peer) => {
    const { denominator, value } = context.result(RESTARTS, peer.id);
    return isKnown(value) && isKnown(denominator) && shareAs(denominator.value) === 'percentage'
      ? [`in ${peer.name} ${number(value.value)}%`]
      : [];
  });
  return said.length === 0 ? '' : `; ${listed(said)}`;
}

/** `25% of the help … was followed by more within a year; in Lanternport 11%`. */
export function restartsBeside(context: Context): string | undefined {
  const said = restartsText(context);
  return said === undefined ? undefined : sentence(`${said}${besideTitle(context)}`);
}

/** `Of 1,068 times that help for neglect closed in the year to 31 March 2023, 265 (24.8%) were followed by …` */
function leadText({ numerator, denominator, value, indicator }: Result, closed: Period): string {
  const what = indicator.mark === 'neglect' ? 'help for neglect' : 'help for “abuse or neglect”';
  if (!isKnown(numerator) || !isKnown(denominator) || !isKnown(value))
    return `How often ${what} that closed in the ${closed.label} started again within a year ${absenceInFull(isKnown(value) ? 'notSupplied' : value.reason)}.`;
  const share = shareAs(denominator.value) === 'counts' ? '' : ` (${shortValue(indicator, value.value)})`;
  const n = numerator.value === 0 ? 'none' : `${number(numerator.value)}${share}`;
  return `Of ${counted(denominator.value, 'time', 'times')} that ${what} closed in the ${closed.label}, ${n} ${numerator.value === 1 ? 'was' : 'were'} followed by help for the same child within 12 months.`;
}

/** A term of its own period rather than the one before. */
function itself(term: PlacedTerm): PlacedTerm {
  const { at: _, ...rest } = term;
  return rest;
}

/** By the quarter in which help closed, against its own past; undefined without the points for one. */
async function quartersChart(context: Context): Promise<ChartModel | undefined> {
  const { area, catalogue, period } = context;
  const { indicator } = context.result(RESTARTS);
  const { numerator, denominator, supplied, decimals, unit, mark } = indicator;
  if (!supplied || !numerator || !denominator) return undefined;
  const [n, of] = [itself(numerator), itself(denominator)];
  const lookup = await context.reading.cells([n, of]);
  const quarters = catalogue.manifest.periods
    .filter(({ kind, end }) => kind === 'quarter' && end <= period.end)
    .toSorted((a, b) => (a.end < b.end ? -1 : 1))
    .map(({ id, end, label }) => {
      const count = lookup(of, area.id, id);
      const share = derive([lookup(n, area.id, id), count], (x, whole) => (x / whole) * 100);
      return { end, label, cell: share, of: count };
    });
  const told = quarters.filter(({ cell }) => isThere(cell));
  if (told.some(({ of: whole }) => isKnown(whole) && shareAs(whole.value) === 'counts')) return undefined;
  const subtitle = captionText(
    'Help that closed in each quarter and started again within 12 months',
    area.name,
    unit.replace(/ in the year before$/, '')
  );
  const drawn = controlChart(
    told,
    { unit: '% of closures', decimals, improvement: 'decrease', most: 100 },
    subtitle
  );
  if (!drawn) return undefined;
  const first = told[0];
  const last = told.at(-1);
  const steady = drawn.spec.kind === 'control' && drawn.spec.variation === 'common';
  const title = steady
    ? 'Quarter by quarter there is no sign that this is changing'
    : 'Quarter by quarter there is a sign of change';
  return {
    id: 'restarts-by-quarter',
    indicator: indicator.id,
    title,
    subtitle,
    description: `${title}. ${drawn.said}`,
    mark,
    spec: drawn.spec,
    table: drawn.table,
    notes: context.notes.add(
      'Each quarter is the one in which help closed. The last ones are left out until a year has passed.'
    ),
    covers: `${first?.label ?? ''} to ${last?.label ?? ''}`,
    sources: sourcesOf(context, tablesOf(context, RESTARTS)),
    file: `restarts-by-quarter-${area.slug}-${period.id}`
  };
}

/** What became of families after help ended, where it is told. */
const AFTER = ['closures-checked-share', 'step-downs-longer-help-share'];
export const STOP_START_ROLES: readonly string[] = [RESTARTS, ...AFTER];

/** Undefined where nothing of it is supplied for this area and date. */
export async function stopStartSlot(context: Context): Promise<Slot | undefined> {
  const result = context.result(RESTARTS);
  const after = AFTER.map((role) => context.result(role)).filter(({ value }) => isKnown(value));
  const there = isThere(result.value);
  if (!there && after.length === 0) return undefined;
  const { indicator } = result;
  const own = (text: string): Statement => ({
    text,
    mark: indicator.mark,
    notes: notesOf(context, result),
    indicator: indicator.id
  });
  const closed = closedIn(context);
  const title = restartsBeside(context);
  const lead = closed ? leadText(result, closed) : valueSentence(result);
  const peers = peersText(context, RESTARTS);
  const [bars, quarters] = await Promise.all([
    there && title !== undefined
      ? peerBars(context, RESTARTS, {
          id: 'restarts',
          title,
          unit: '% of the help that closed',
          subtitle: captionText(
            'Help that closed and started again for the same child within 12 months, at any tier, as a share of all that closed',
            closed?.label ?? context.period.label
          ),
          covers: closed?.label ?? context.period.label
        })
      : undefined,
    quartersChart(context)
  ]);
  const range = rangeSentence(result);
  return {
    id: 'restarts',
    heading: STOP_START_HEADING,
    statements: [
      ...(there ? [own(range === undefined || !isKnown(result.value) ? lead : `${lead} ${range}`)] : []),
      ...(peers === undefined ? [] : [own(peers)]),
      ...after.map((each): Statement => ({
        text: valueSentence(each),
        mark: each.indicator.mark,
        notes: notesOf(context, each),
        indicator: each.indicator.id
      }))
    ],
    figures: [],
    charts: [bars, quarters].filter((chart) => chart !== undefined)
  };
}
