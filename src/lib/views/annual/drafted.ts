/** A draft of a yearly report as a pack shows it: its sentences, the figures they rest on, and what is lacking. */
import { MARK_LABELS, type Mark } from '#lib/domain/mark.ts';
import type { AnnualHeading } from '#lib/domain/annual.ts';
import {
  feedsText,
  lackText,
  mustText,
  restsCaption,
  restsTitle,
  withheldHere
} from '#lib/words/annual/draft.ts';
import type { TableFigure, ViewModel } from '../model.ts';
import type { Drafted, Drafts } from '../pack/draft.ts';
import { deskAt } from './desk.ts';
import { annualDraft, annualHeadings, headingsOn } from './draft.ts';
import type { AnnualDraft, Rest } from './model.ts';

function once(rests: readonly Rest[]): readonly Rest[] {
  return [...new Map(rests.map((rest) => [`${rest.what}|${rest.shown}|${rest.when}`, rest])).values()];
}

/** One mark for all that a table tells of. */
function markOf(rests: readonly Rest[]): Mark {
  const marks = new Set(rests.map(({ mark }) => mark));
  const [first] = marks;
  return first !== undefined && marks.size === 1 ? first : 'includes';
}

const sourcesOf = (draft: AnnualDraft): readonly string[] => [
  ...new Set(
    draft.sentences.flatMap(({ figures, from }) =>
      figures.length === 0
        ? []
        : from.slots
            .flatMap(({ charts, tables = [] }) => [...charts, ...tables])
            .flatMap(({ sources }) => sources)
    )
  )
];

function restsTable(draft: AnnualDraft, { area, period }: ViewModel): TableFigure | undefined {
  const rests = once(draft.sentences.flatMap(({ figures }) => figures));
  if (rests.length === 0) return undefined;
  const text = (key: string, label: string) => ({ key, label, kind: 'text' as const });
  return {
    id: 'rests-on',
    title: restsTitle(draft.heading, rests.length),
    mark: markOf(rests),
    table: {
      caption: restsCaption(draft.heading, area.name),
      columns: [
        text('what', 'Figure'),
        text('shown', 'As shown'),
        text('when', 'Of'),
        text('mark', 'Counts')
      ],
      rows: rests.map(({ what, shown, when, mark }) => ({ what, shown, when, mark: MARK_LABELS[mark] })),
      indicators: rests.map(({ indicator }) => indicator)
    },
    covers: period.label,
    sources: sourcesOf(draft),
    file: `${draft.id}-${area.slug}-${period.id}`
  };
}

const remediesOf = ({ lacking }: AnnualDraft): string =>
  [
    ...new Set(lacking.flatMap(({ supply }) => supply ?? [])),
    feedsText(lacking.flatMap(({ feeds }) => feeds))
  ]
    .filter((text) => text !== '')
    .join(' ');

function absentOf(draft: AnnualDraft): Drafted['absent'] {
  const { lacking, withheld } = draft;
  const said = [
    ...(lacking.length === 0 ? [] : [lackText(lacking.map(({ about }) => about))]),
    ...(withheld.length === 0 ? [] : [withheldHere(withheld)])
  ];
  return said.length === 0 ? undefined : { what: said.join(' '), remedy: remediesOf(draft) };
}

export function draftedOf(draft: AnnualDraft, model: ViewModel): Drafted {
  const table = restsTable(draft, model);
  const absent = absentOf(draft);
  const { unanswered, must, source } = draft;
  return {
    heading: draft.heading,
    statements: draft.sentences.map(({ said, from }) => ({ said, from })),
    ...(table === undefined ? {} : { table, rests: once(draft.sentences.flatMap(({ figures }) => figures)) }),
    ...(absent === undefined ? {} : { absent }),
    ask:
      unanswered === undefined
        ? { text: mustText(must, source), required: false }
        : { text: `${unanswered} ${mustText(must, source)}`, required: true }
  };
}

/** Drafts under the headings in force on the day a report is put together. */
export function annualDrafts(headings: readonly AnnualHeading[] = annualHeadings()): Drafts {
  return async (named, at) => {
    if (!headings.some(({ id }) => id === named)) return undefined;
    const inForce = headingsOn(headings, at.made);
    const heading = inForce.find(({ id }) => id === named);
    if (heading === undefined) return { statements: [] };
    return draftedOf(await annualDraft(deskAt(at), heading, inForce), at.model);
  };
}
