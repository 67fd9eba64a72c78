/** What an annual report says under one of its headings, drafted from figures, as blocks of a pack. */
import type { PackPart } from '#lib/domain/pack.ts';
import type { ChartModel, Statement, TableFigure, ViewModel } from '../model.ts';
import type { FigureBook } from './figure-block.ts';
import type { PackBlock } from './model.ts';
import { notesOf, renumbered } from './notes.ts';
import { figureBlock, type Standing } from './slot-blocks.ts';

/** The draft of one heading. Notes that it calls are those of the page that it was drafted from. */
export interface Drafted {
  readonly heading?: string;
  readonly statements: readonly Statement[];
  readonly figures: readonly (ChartModel | TableFigure)[];
  /** Said where no evidence is held. */
  readonly absent?: { readonly what: string; readonly remedy: string };
  /** What has to be written besides. */
  readonly ask?: { readonly text: string; readonly required: boolean };
}

/** Drafts by heading; undefined where the heading is not known. */
export type Drafts = (heading: string, page: string, model: ViewModel) => Promise<Drafted | undefined>;

const UNKNOWN = 'Write what there is to say under this heading.';

export async function draftBlocks(
  part: Extract<PackPart, { kind: 'draft' }>,
  at: Standing,
  book: FigureBook,
  drafts: Drafts | undefined
): Promise<readonly PackBlock[]> {
  const drafted = await drafts?.(part.heading, at.page, at.model);
  if (drafted === undefined) return [{ kind: 'unwritten', part: part.id, ask: UNKNOWN, required: false }];
  const { heading, statements, figures, absent, ask } = drafted;
  return [
    ...(heading === undefined
      ? []
      : [{ kind: 'subheading' as const, part: part.id, text: heading, anchor: `part-${part.id}` }]),
    ...(statements.length === 0
      ? []
      : [
          {
            kind: 'statements' as const,
            part: part.id,
            statements: statements.map((each) => renumbered(each, at.model, book.notes)),
            notes: notesOf(statements, at.model, book.notes)
          }
        ]),
    ...figures.map((figure) => figureBlock(figure, at, book)),
    ...(absent === undefined ? [] : [{ kind: 'absent' as const, part: part.id, ...absent }]),
    ...(ask === undefined
      ? []
      : [{ kind: 'unwritten' as const, part: part.id, ask: ask.text, required: ask.required }])
  ];
}
