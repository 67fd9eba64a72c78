/** Numbers, audits, practitioners and families, side by side on one matter. */
import { isKnown, missing, type Cell } from '#lib/domain/cell.ts';
import { MARK_LABELS } from '#lib/domain/mark.ts';
import { areaInSentence } from '#lib/words/place.ts';
import { laterSidesText } from '#lib/words/strategy/sides.ts';
import { listed } from '#lib/words/number.ts';
import { hereText } from '#lib/words/scorecard.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { countBehind } from '../indicator/page.ts';
import type { Context } from '../context.ts';
import { firstLater } from '../first-later.ts';
import type { Slot, TableFigure } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import { noteHeld } from './notes.ts';
import { commonMark } from './share-panels.ts';
import { heldBy, type Answers, type Held } from './whose.ts';

const SIDES = ['Numbers', 'Audits', 'Practitioners', 'Families'] as const;

interface Theme {
  readonly id: string;
  readonly name: string;
  /** In the order of the sides; undefined where nobody is asked. */
  readonly roles: readonly (string | undefined)[];
}

const THEMES: readonly Theme[] = [
  {
    id: 'seen',
    name: 'Is neglect seen?',
    roles: ['assessments-neglect-share', 'assessments-impact-share', 'confidence-spotting-share']
  },
  {
    id: 'weighed',
    name: 'Is it weighed up with the tool?',
    roles: ['tool-used-share', 'tool-in-supervision-share', 'confidence-weighing-share']
  },
  {
    id: 'heard',
    name: 'Are children and parents heard?',
    roles: [undefined, 'voice-share', undefined, 'children-heard-share']
  },
  {
    id: 'together',
    name: 'Do services work as one?',
    roles: [
      'adult-services-attendance-share',
      'adult-services-involved-share',
      'consultation-share',
      'parents-heard-share'
    ]
  },
  {
    id: 'better',
    name: 'Does life get better?',
    roles: ['tool-scores-changed', 'life-getting-better', 'training-changed-share', 'parents-know-next-share']
  }
];

export const SIDE_ROLES = [...new Set(THEMES.flatMap(({ roles }) => roles))].filter(
  (role) => role !== undefined
);

interface Side {
  readonly side: (typeof SIDES)[number];
  /** Nobody is asked of it: there is no such figure. */
  readonly unasked: boolean;
  readonly held: Held | undefined;
  /** What is held of a later date, where nothing is of that of the page. */
  readonly later: Held | undefined;
}

function sidesOf(context: Context, answers: Answers, { roles }: Theme): readonly Side[] {
  return SIDES.map((side, i) => {
    const role = roles[i];
    const indicator = role === undefined ? undefined : context.indicator(role);
    const held = indicator && heldBy(context, answers, indicator);
    return {
      side,
      unasked: role === undefined,
      held,
      later:
        held === undefined && indicator ? heldBy(context, answers, indicator, [], context.years) : undefined
    };
  });
}

interface ThemeSide extends Side {
  readonly theme: Theme;
}

function tableOf(context: Context, told: readonly ThemeSide[]): TableFigure {
  const { area, period } = context;
  const rows = told.flatMap(({ held, ...each }) => (held ? [{ ...each, held }] : []));
  const held = rows.map((row) => row.held);
  const none = missing('notApplicable');
  return {
    id: 'sides',
    title: 'What each side says to the same question',
    mark: commonMark(held.map(({ indicator }) => indicator)),
    table: {
      caption: `Numbers, audits, practitioners and families, ${areaInSentence(area)}, ${period.label}`,
      groupBy: 'theme',
      folds: [...new Set(rows.map(({ theme }) => theme))].map((theme) => ({
        group: theme.name,
        open: false,
        says: `${rows
          .filter((row) => row.theme === theme)
          .map(({ side, held: row }) => `${side}: ${hereText(row.at(period)).replace(': ', ' ')}`)
          .join('. ')}.`
      })),
      columns: [
        { key: 'theme', label: 'Question', kind: 'text' },
        { key: 'what', label: 'What it tells', kind: 'text' },
        { key: 'side', label: 'From', kind: 'text' },
        { key: 'n', label: 'Count', kind: 'number' },
        { key: 'of', label: 'Out of', kind: 'number' },
        { key: 'share', label: 'Share', kind: 'number', decimals: 0, unit: '%' },
        { key: 'counts', label: 'Counts', kind: 'text' }
      ],
      rows: rows.map(({ theme, side, held: row }): Readonly<Record<string, string | Cell>> => {
        const answer = row.at(period);
        const { value, denominator } = answer;
        const few = isKnown(denominator) && isKnown(value) && shareAs(denominator.value) === 'counts';
        const lead = answer.parts?.[0];
        return {
          theme: theme.name,
          what: `${row.indicator.name}${lead ? `: ${lead.name.toLowerCase()}` : ''}${row.whole ? ' (whole partnership)' : ''}`,
          side,
          n: countBehind(answer, answer.numerator),
          of: countBehind(answer, denominator),
          share: few ? none : value,
          counts: MARK_LABELS[row.indicator.mark]
        };
      }),
      indicators: held.map(({ indicator }) => indicator.id)
    },
    notes: held.flatMap((each) => noteHeld(context, each)).filter((note, i, all) => all.indexOf(note) === i),
    covers: period.label,
    sources: sourcesOf(
      context,
      held.map(({ indicator }) => indicator.numerator?.table ?? '')
    ),
    file: `sides-${area.slug}-${period.id}`
  };
}

const onThemes = (sides: readonly ThemeSide[]): string =>
  listed(sides.map(({ side, theme }) => `${side.toLowerCase()} on “${theme.name}”`));

/** `Not supplied: audits on “Is neglect seen?”`, for sides that are asked and have nothing; when others begin. */
function lackingTexts(context: Context, told: readonly ThemeSide[]): readonly string[] {
  const lacking = told.filter(({ unasked, held }) => !unasked && held === undefined);
  const never = lacking.filter(({ later }) => later === undefined);
  const begin = lacking.filter(({ later }) => later !== undefined);
  const first = firstLater(context, ({ id }) =>
    begin.some(({ later }) => later?.years.some((year) => year.id === id))
  );
  return [
    ...(first === undefined ? [] : [laterSidesText(onThemes(begin), first.year.end, first.position)]),
    ...(never.length === 0 ? [] : [`Not supplied: ${onThemes(never)}.`])
  ];
}

/** Themes on which two sides or more have something to tell; undefined without any. */
export function sidesSlot(context: Context, answers: Answers): Slot | undefined {
  const told = THEMES.map((theme) => sidesOf(context, answers, theme).map((side) => ({ ...side, theme })))
    .filter((sides) => sides.filter(({ held }) => held !== undefined).length >= 2)
    .flat();
  if (told.length === 0) return undefined;
  const lacking =
    context.area.kind === 'partnership'
      ? ['Each authority’s own figures stand on its own page.']
      : lackingTexts(context, told);
  return {
    id: 'sides',
    heading: 'Numbers, audits, practitioners and families',
    statements: [
      {
        text: 'Each side counts something else, so these figures cannot tell whether the sides agree. Where they seem to differ, ask why before believing any one of them.'
      },
      ...lacking.map((text) => ({ text }))
    ],
    figures: [],
    charts: [],
    tables: [tableOf(context, told)]
  };
}
