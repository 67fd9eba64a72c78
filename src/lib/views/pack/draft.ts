/** What an annual report says under one of its headings, drafted from figures, as blocks of a pack. */
import type { PackPart } from '#lib/domain/pack.ts';
import { annualDrafts } from '../annual/drafted.ts';
import type { DraftAt } from '../annual/desk.ts';
import type { Rest } from '../annual/model.ts';
import type { Statement, TableFigure, ViewModel } from '../model.ts';
import { IN_THE_WORDS } from '#lib/words/annual/draft.ts';
import { withoutSigns } from '#lib/words/markdown.ts';
import { packFigure, type FigureBook } from './figure-block.ts';
import type { PackBlock, PackNote, Resting } from './model.ts';
import { notesOf, renumbered } from './notes.ts';

/** The draft of one heading; with no heading, of one that is not in force. */
export interface Drafted {
  readonly heading?: string;
  readonly statements: readonly { readonly said: Statement; readonly from: ViewModel }[];
  /** What the sentences rest on, by itself and as a table. */
  readonly rests: readonly Rest[];
  readonly table?: TableFigure;
  readonly sources: readonly string[];
  /** Said where no evidence is held. */
  readonly absent?: { readonly what: string; readonly remedy: string; readonly todo?: string };
  /** What has to be said here; where `required`, somebody has to write it. */
  readonly ask?: { readonly text: string; readonly lacks: string; readonly required: boolean };
}

/** Drafts by heading; undefined where the heading is not known. */
export type Drafts = (heading: string, at: DraftAt) => Promise<Drafted | undefined>;

const UNKNOWN = 'Write what there is to say under this heading.';

function notesCalled(statements: Drafted['statements'], { notes }: FigureBook): readonly PackNote[] {
  const all = statements.flatMap(({ said, from }) => notesOf([said], from, notes));
  return [...new Map(all.map((note) => [note.number, note])).values()].sort((a, b) => a.number - b.number);
}

const restingOf = ({ what, area, shown, when }: Rest): Resting => ({
  what: area === undefined ? what : `${what} (${area})`,
  shown,
  when
});

const plain = (text: string): string => withoutSigns(text).replace(/\s+/g, ' ');

/** Without sentences that the words above it say already: what each counts, where and when stays. */
function saidOnce(figure: TableFigure, words: string): TableFigure {
  const said = plain(words);
  const { columns, rows } = figure.table;
  const isSaid = ({ shown }: (typeof rows)[number]) =>
    typeof shown === 'string' && said.includes(plain(shown));
  const left = rows.map((row) => (isSaid(row) ? { ...row, shown: IN_THE_WORDS } : row));
  if (!rows.every(isSaid)) return { ...figure, table: { ...figure.table, rows: left } };
  return {
    ...figure,
    table: {
      ...figure.table,
      columns: columns.filter(({ key }) => key !== 'shown'),
      rows: left.map(({ shown: _, ...row }) => row)
    }
  };
}

/** @param words what stands in the place of its sentences: their figures are then a table beneath it */
export async function draftBlocks(
  part: Extract<PackPart, { kind: 'draft' }>,
  at: DraftAt,
  book: FigureBook,
  words: string,
  drafts: Drafts = annualDrafts()
): Promise<readonly PackBlock[]> {
  const drafted = await drafts(part.heading, at);
  const { id } = part;
  if (drafted === undefined)
    return [{ kind: 'unwritten', part: id, ask: UNKNOWN, lacks: '', required: false }];
  const { heading, statements, table, sources, absent, ask } = drafted;
  const rests = drafted.rests.map(restingOf);
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
            notes: notesCalled(statements, book),
            rests,
            sources
          }
        ]),
    ...(absent === undefined ? [] : [{ kind: 'absent' as const, part: id, ...absent }]),
    ...(ask === undefined
      ? []
      : [{ kind: 'unwritten' as const, part: id, ask: ask.text, lacks: ask.lacks, required: ask.required }]),
    ...(table === undefined || words === ''
      ? []
      : [
          {
            kind: 'figure' as const,
            part: id,
            figure: packFigure(saidOnce(table, words), { model: at.model, page: at.page, part: id }, book),
            rests
          }
        ])
  ];
}
