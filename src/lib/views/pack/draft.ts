/** What an annual report says under one of its headings, drafted from figures, as blocks of a pack. */
import type { PackPart } from '#lib/domain/pack.ts';
import { annualDrafts } from '../annual/drafted.ts';
import type { DraftAt } from '../annual/desk.ts';
import type { Rest } from '../annual/model.ts';
import type { Statement, TableFigure, ViewModel } from '../model.ts';
import { packFigure, type FigureBook } from './figure-block.ts';
import type { PackBlock, PackNote } from './model.ts';
import { notesOf, renumbered } from './notes.ts';

/** The draft of one heading; with no heading, of one that is not in force. */
export interface Drafted {
  readonly heading?: string;
  readonly statements: readonly { readonly said: Statement; readonly from: ViewModel }[];
  /** The figures that the sentences rest on, as a table and by themselves. */
  readonly table?: TableFigure;
  readonly rests?: readonly Rest[];
  /** Said where no evidence is held. */
  readonly absent?: { readonly what: string; readonly remedy: string };
  /** What has to be said here; where `required`, somebody has to write it. */
  readonly ask?: { readonly text: string; readonly required: boolean };
}

/** Drafts by heading; undefined where the heading is not known. */
export type Drafts = (heading: string, at: DraftAt) => Promise<Drafted | undefined>;

const UNKNOWN = 'Write what there is to say under this heading.';

function notesCalled(statements: Drafted['statements'], { notes }: FigureBook): readonly PackNote[] {
  const all = statements.flatMap(({ said, from }) => notesOf([said], from, notes));
  return [...new Map(all.map((note) => [note.number, note])).values()].sort((a, b) => a.number - b.number);
}

export async function draftBlocks(
  part: Extract<PackPart, { kind: 'draft' }>,
  at: DraftAt,
  book: FigureBook,
  drafts: Drafts = annualDrafts()
): Promise<readonly PackBlock[]> {
  const drafted = await drafts(part.heading, at);
  const { id } = part;
  if (drafted === undefined) return [{ kind: 'unwritten', part: id, ask: UNKNOWN, required: false }];
  const { heading, statements, table, rests = [], absent, ask } = drafted;
  return [
    ...(heading === undefined
      ? []
      : [{ kind: 'heading' as const, part: id, text: heading, anchor: `part-${id}` }]),
    ...(statements.length === 0
      ? []
      : [
          {
            kind: 'statements' as const,
            part: id,
            statements: statements.map(({ said, from }) => renumbered(said, from, book.notes)),
            notes: notesCalled(statements, book)
          }
        ]),
    ...(absent === undefined ? [] : [{ kind: 'absent' as const, part: id, ...absent }]),
    ...(ask === undefined
      ? []
      : [{ kind: 'unwritten' as const, part: id, ask: ask.text, required: ask.required }]),
    ...(table === undefined
      ? []
      : [
          {
            kind: 'figure' as const,
            part: id,
            figure: packFigure(table, { model: at.model, page: at.page, part: id }, book),
            rests: rests.map(({ what, shown, when }) => ({ what, shown, when }))
          }
        ])
  ];
}
