/** Sentences of a slot of a page that hold figures, and what it lists. */
import type { AnnualEvidence } from '#lib/domain/annual.ts';
import type { Area } from '#lib/domain/area.ts';
import { factText, ofAuthority } from '#lib/words/annual/draft.ts';
import type { Statement } from '../model.ts';
import { together } from '../news.ts';
import { slotAt, type Desk, type SlotOf } from './desk.ts';
import type { DraftSentence, Found } from './model.ts';
import { isWithheldIn, restsOfStatement } from './rests.ts';

type Wanted = Extract<AnnualEvidence, { from: 'slot' }>;

/** Statements in a row about one indicator are read as one. */
function joined(statements: readonly Statement[]): readonly Statement[] {
  return statements.reduce<readonly Statement[]>((all, next) => {
    const last = all.at(-1);
    return last?.indicator !== undefined && last.indicator === next.indicator
      ? [...all.slice(0, -1), together(last, next)]
      : [...all, next];
  }, []);
}

function sentencesOf(desk: Desk, { model, slot }: SlotOf, { facts }: Wanted): readonly DraftSentence[] {
  const told = slot.statements.filter(({ text }) => !isWithheldIn(text));
  const holdsFigures = told.some(({ mark }) => mark !== undefined);
  return [
    ...joined(holdsFigures ? told : []).map((said) => ({
      said,
      from: model,
      figures: restsOfStatement(said, slot, model, desk.indicators)
    })),
    ...(facts ? (slot.facts ?? []) : []).map(({ term, text }) => ({
      said: { text: factText(term, text) },
      from: model,
      figures: []
    }))
  ];
}

/** Named, where sentences of several authorities stand side by side. */
export const besideOthers = (each: DraftSentence, { name }: Area): DraftSentence => ({
  ...each,
  said: { ...each.said, text: ofAuthority(name, each.said.text) },
  figures: each.figures.map((rest) => ({ ...rest, what: `${rest.what} (${name})` }))
});

/** Of a partnership whose own page has nothing there, those of its authorities side by side. */
export async function fromSlot(desk: Desk, wanted: Wanted): Promise<Found> {
  const own = await slotAt(desk, wanted.slot);
  const sentences = own ? sentencesOf(desk, own, wanted) : [];
  const hides = sentences.length === 0 && own?.slot.statements.some(({ text }) => isWithheldIn(text));
  if (sentences.length > 0 || hides === true || desk.model.area.kind !== 'partnership')
    return { sentences, withheld: hides === true ? [wanted.about] : [] };
  const beside = await Promise.all(
    desk.beyond.map(async (area) => {
      const found = await slotAt(desk, wanted.slot, area);
      return (found ? sentencesOf(desk, found, wanted) : []).map((each) => besideOthers(each, area));
    })
  );
  return { sentences: beside.flat(), withheld: [] };
}
