/** What one slot of a page shows, as blocks of a pack. */
import type { ChartModel, Question, Slot, TableFigure, ViewModel } from '../model.ts';
import { packFigure, type FigureBook } from './figure-block.ts';
import type { PackBlock } from './model.ts';
import { notesOf, renumbered } from './notes.ts';

export interface Standing {
  readonly model: ViewModel;
  readonly page: string;
  readonly part: string;
}

export const figuresOf = ({ charts, tables = [] }: Slot): readonly (ChartModel | TableFigure)[] => [
  ...charts,
  ...tables
];

/** The slot of a page in which a chart or table stands. */
export function slotOf(
  { slots }: ViewModel,
  figure: string
): { readonly slot: Slot; readonly figure: ChartModel | TableFigure } | undefined {
  for (const slot of slots) {
    const found = figuresOf(slot).find(({ id }) => id === figure);
    if (found !== undefined) return { slot, figure: found };
  }
  return undefined;
}

export function statementBlocks({ statements }: Slot, at: Standing, book: FigureBook): readonly PackBlock[] {
  if (statements.length === 0) return [];
  return [
    {
      kind: 'statements',
      part: at.part,
      statements: statements.map((each) => renumbered(each, at.model, book.notes)),
      notes: notesOf(statements, at.model, book.notes)
    }
  ];
}

export const figureBlock = (figure: ChartModel | TableFigure, at: Standing, book: FigureBook): PackBlock => ({
  kind: 'figure',
  part: at.part,
  figure: packFigure(figure, at, book)
});

/** Everything but its heading and its sentences. */
export function evidenceBlocks(slot: Slot, at: Standing, book: FigureBook): readonly PackBlock[] {
  const { part, model } = at;
  const { figures, facts = [], quote, notSupplied } = slot;
  return [
    ...(quote === undefined ? [] : [{ kind: 'quote' as const, part, quote }]),
    ...(figures.length === 0
      ? []
      : [
          {
            kind: 'numbers' as const,
            part,
            figures: figures.map((each) => renumbered(each, model, book.notes)),
            notes: notesOf(figures, model, book.notes)
          }
        ]),
    ...figuresOf(slot).map((figure) => figureBlock(figure, at, book)),
    ...(facts.length === 0 ? [] : [{ kind: 'facts' as const, part, facts }]),
    ...(notSupplied === undefined ? [] : [{ kind: 'absent' as const, part, ...notSupplied }])
  ];
}

/** Whether it shows any figure, fact or words of its own. */
export const holdsAnything = ({
  statements,
  figures,
  charts,
  tables = [],
  facts = [],
  quote
}: Slot): boolean =>
  statements.length + figures.length + charts.length + tables.length + facts.length > 0 ||
  quote !== undefined;

const NUMBER = /\d[\d,.]*\d|\d/g;

/** The questions of its page that a slot raised: those of which every number stands in it. */
export function raisedBy(slot: Slot, { questions }: ViewModel): readonly Question[] {
  const said = new Set(
    [
      ...slot.statements.map(({ text }) => text),
      ...slot.figures.map(({ text }) => text),
      ...slot.charts.flatMap(({ title, description }) => [title, description])
    ].flatMap((text) => text.match(NUMBER) ?? [])
  );
  return questions.filter(({ because }) => {
    const numbers = because.match(NUMBER) ?? [];
    return numbers.length > 0 && numbers.every((each) => said.has(each));
  });
}
