/** What one slot of a page shows, as blocks of a pack. */
import { remedyParts } from '#lib/words/pack.ts';
import type { ChartModel, Question, Slot, TableFigure, ViewModel } from '../model.ts';
import { packFigure, type FigureBook } from './figure-block.ts';
import type { PackBlock, PackFigure } from './model.ts';
import { notesOf, renumbered } from './notes.ts';

/** What a pack remembers of what it showed. */
export interface Book extends FigureBook {
  /** Asks whether something was said before, and remembers it. */
  readonly isNew: (key: string) => boolean;
  /** Figures of slots, by what they show. */
  readonly shown: Map<string, PackFigure>;
}

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

/** A sentence that a pack has said of an area already is not said again. */
export function statementBlocks({ statements }: Slot, at: Standing, book: Book): readonly PackBlock[] {
  if (statements.length === 0) return [];
  const fresh = statements.filter(({ text }) => book.isNew(`said ${at.model.area.id} ${text}`));
  const again = statements.filter((each) => !fresh.includes(each));
  return [
    {
      kind: 'statements',
      part: at.part,
      statements: fresh.map((each) => renumbered(each, at.model, book.notes)),
      ...(again.length === 0 ? {} : { again }),
      notes: notesOf(fresh, at.model, book.notes)
    }
  ];
}

export const figureBlock = (figure: ChartModel | TableFigure, at: Standing, book: FigureBook): PackBlock => ({
  kind: 'figure',
  part: at.part,
  figure: packFigure(figure, at, book)
});

/** What a figure shows, whichever page it stands on and whatever message it has there. */
const sameFigure = ({ covers, table }: TableFigure, { area, period }: ViewModel): string =>
  JSON.stringify([area.id, period.id, covers, table.caption, table.rows]);

/** A figure of a slot or, where the pack shows it already, where. */
function figureOnce(figure: ChartModel | TableFigure, at: Standing, book: Book): PackBlock {
  const key = sameFigure(figure, at.model);
  const before = book.shown.get(key);
  if (before !== undefined) return { kind: 'again', part: at.part, figure: before };
  const made = packFigure(figure, at, book);
  book.shown.set(key, made);
  return { kind: 'figure', part: at.part, figure: made };
}

/** Everything but its heading and its sentences. */
export function evidenceBlocks(slot: Slot, at: Standing, book: Book): readonly PackBlock[] {
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
    ...figuresOf(slot).map((figure) => figureOnce(figure, at, book)),
    ...(facts.length === 0 ? [] : [{ kind: 'facts' as const, part, facts }]),
    ...(notSupplied === undefined
      ? []
      : [{ kind: 'absent' as const, part, what: notSupplied.what, ...remedyParts(notSupplied.remedy) }])
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
