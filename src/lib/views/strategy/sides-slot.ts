/** Numbers, audits, practitioners and families, side by side on one matter. */
import { isKnown, missing, type Cell } from '#lib/domain/cell.ts';
import { MARK_LABELS } from '#lib/domain/mark.ts';
import { areaInSentence } from '#lib/words/place.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import { countBehind } from '../indicator/page.ts';
import type { Context } from '../context.ts';
import type { Slot, TableFigure } from '../model.ts';
import { sourcesOf } from '../provenance.ts';
import { noteHeld } from './notes.ts';
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
}

function sidesOf(context: Context, answers: Answers, { roles }: Theme): readonly Side[] {
  return SIDES.map((side, i) => {
    const role = roles[i];
    return {
      side,
      unasked: role === undefined,
      held: role === undefined ? undefined : heldBy(context, answers, context.indicator(role))
    };
  });
}

function tableOf(context: Context, { id, name }: Theme, sides: readonly Side[]): TableFigure {
  const { area, period } = context;
  const held = sides.flatMap((each) => each.held ?? []);
  const none = missing('notApplicable');
  const marks = held.map(({ indicator }) => indicator.mark);
  return {
    id: `sides-${id}`,
    title: name,
    mark: marks.includes('all') ? 'all' : marks.includes('includes') ? 'includes' : 'neglect',
    table: {
      caption: `${name} ${areaInSentence(area)}, ${period.label}`,
      columns: [
        { key: 'side', label: 'From', kind: 'text' },
        { key: 'what', label: 'What it tells', kind: 'text' },
        { key: 'n', label: 'Count', kind: 'number' },
        { key: 'of', label: 'Out of', kind: 'number' },
        { key: 'share', label: 'Share', kind: 'number', decimals: 0, unit: '%' },
        { key: 'counts', label: 'Counts', kind: 'text' }
      ],
      rows: sides.map(({ side, unasked, held: row }): Readonly<Record<string, string | Cell>> => {
        if (!row) {
          const none = missing(unasked ? 'notApplicable' : 'notSupplied');
          return {
            side,
            what: unasked ? 'Not asked' : 'Not supplied',
            n: none,
            of: none,
            share: none,
            counts: ''
          };
        }
        const answer = row.at(period);
        const { value, denominator } = answer;
        const few = isKnown(denominator) && isKnown(value) && shareAs(denominator.value) === 'counts';
        const lead = answer.parts?.[0];
        return {
          side,
          what: `${row.indicator.name}${lead ? `: ${lead.name.toLowerCase()}` : ''}${row.whole ? ` (the whole of ${row.area.name})` : ''}`,
          n: countBehind(answer, answer.numerator),
          of: countBehind(answer, denominator),
          share: few ? none : value,
          counts: MARK_LABELS[row.indicator.mark]
        };
      }),
      indicators: sides.map(({ held: row }) => row?.indicator.id)
    },
    notes: held.flatMap((each) => noteHeld(context, each)).filter((note, i, all) => all.indexOf(note) === i),
    covers: period.label,
    sources: sourcesOf(
      context,
      held.map(({ indicator }) => indicator.numerator?.table ?? '')
    ),
    file: `sides-${id}-${area.slug}-${period.id}`
  };
}

/** Themes on which two sides or more have something to tell; undefined without any. */
export function sidesSlot(context: Context, answers: Answers): Slot | undefined {
  const told = THEMES.map((theme) => ({ theme, sides: sidesOf(context, answers, theme) })).filter(
    ({ sides }) => sides.filter(({ held }) => held !== undefined).length >= 2
  );
  if (told.length === 0) return undefined;
  return {
    id: 'sides',
    heading: 'Do numbers, audits, practitioners and families agree?',
    statements: [
      {
        text: 'Each side sees something else. Where they differ, ask why before believing any one of them.'
      }
    ],
    figures: [],
    charts: [],
    tables: told.map(({ theme, sides }) => tableOf(context, theme, sides))
  };
}
