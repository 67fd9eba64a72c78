/** A draft of a yearly report as a pack shows it: its sentences, the figures they rest on, and what is lacking. */
import { MARK_LABELS } from '#lib/domain/mark.ts';
import type { AnnualHeading } from '#lib/domain/annual.ts';
import {
  feedsText,
  lackText,
  mustText,
  restsCaption,
  restsTitle,
  withheldHere
} from '#lib/words/annual/draft.ts';
import { UNANSWERED } from '#lib/words/annual/progress.ts';
import { sentence } from '#lib/words/number.ts';
import type { TableFigure, ViewModel } from '../model.ts';
import type { Drafted, Drafts } from '../pack/draft.ts';
import { deskAt } from './desk.ts';
import { annualDraft, annualHeadings, headingsOn } from './draft.ts';
import type { AnnualDraft, Rest } from './model.ts';
import { oneMark } from './rests.ts';

/** What two sentences rest on stands once. */
const once = (rests: readonly Rest[]): readonly Rest[] => [
  ...new Map(
    rests.map((rest) => [[rest.what, rest.area, rest.when, rest.shown].join('|'), rest] as const)
  ).values()
];

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

/** What the analyst’s own words stand on, once those are in the place of the drafted sentences. */
function restsTable(
  draft: AnnualDraft,
  rests: readonly Rest[],
  { area, period }: ViewModel
): TableFigure | undefined {
  if (rests.length === 0) return undefined;
  const text = (key: string, label: string) => ({ key, label, kind: 'text' as const });
  return {
    id: 'rests-on',
    title: restsTitle(draft.heading, rests.length),
    mark: oneMark(rests),
    table: {
      caption: restsCaption(draft.heading, area.name),
      columns: [
        text('what', 'What'),
        text('area', 'Where'),
        text('when', 'When'),
        text('shown', 'Drafted from the figures'),
        text('mark', 'Counts')
      ],
      rows: rests.map(({ what, area: whose = area.name, shown, when, mark }) => ({
        what,
        area: whose,
        when: sentence(when),
        shown,
        mark: MARK_LABELS[mark]
      })),
      indicators: rests.map(({ indicator }) => indicator)
    },
    covers: period.label,
    sources: sourcesOf(draft),
    file: `${draft.id}-${area.slug}-${period.id}`
  };
}

const tasksOf = ({ lacking }: AnnualDraft): string =>
  [...new Set(lacking.flatMap(({ supply }) => supply ?? []))].join(' ');

function absentOf(draft: AnnualDraft): Drafted['absent'] {
  const { lacking, withheld } = draft;
  const said = [
    ...(lacking.length === 0 ? [] : [lackText(lacking.map(({ about }) => about))]),
    ...(withheld.length === 0 ? [] : [withheldHere(withheld)])
  ];
  if (said.length === 0) return undefined;
  const todo = tasksOf(draft);
  return {
    what: said.join(' '),
    remedy: feedsText(lacking.flatMap(({ feeds }) => feeds)),
    ...(todo === '' ? {} : { todo })
  };
}

export function draftedOf(draft: AnnualDraft, model: ViewModel): Drafted {
  const rests = once(draft.sentences.flatMap(({ figures }) => figures));
  const table = restsTable(draft, rests, model);
  const absent = absentOf(draft);
  const { unanswered, must, source } = draft;
  return {
    heading: draft.heading,
    statements: draft.sentences.map(({ said, from }) => ({ said, from })),
    rests,
    sources: sourcesOf(draft),
    ...(table === undefined ? {} : { table }),
    ...(absent === undefined ? {} : { absent }),
    ask:
      unanswered === undefined
        ? { text: mustText(must, source), lacks: '', required: false }
        : { text: `${unanswered} ${mustText(must, source)}`, lacks: UNANSWERED, required: true }
  };
}

/** Drafts under the headings in force on the day a report is put together. */
export function annualDrafts(headings: readonly AnnualHeading[] = annualHeadings()): Drafts {
  return async (named, at) => {
    if (!headings.some(({ id }) => id === named)) return undefined;
    const inForce = headingsOn(headings, at.made);
    const heading = inForce.find(({ id }) => id === named);
    if (heading === undefined) return { statements: [], rests: [], sources: [] };
    return draftedOf(await annualDraft(deskAt(at), heading, inForce), at.model);
  };
}
