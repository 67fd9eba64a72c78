/** Sentences of a slot of a page that hold figures, and what it lists. */
import type { AnnualEvidence } from '#lib/domain/annual.ts';
import type { Area } from '#lib/domain/area.ts';
import { factText, ofAuthority } from '#lib/words/annual/draft.ts';
import type { Statement } from '../model.ts';
import { together } from '../news.ts';
import { countryName } from '../setting.ts';
import { slotAt, type Desk, type SlotOf } from './desk.ts';
import type { DraftSentence, Found } from './model.ts';
import { isWithheldIn, restsOfStatement } from './rests.ts';

type Wanted = Extract<AnnualEvidence, { from: 'slot' }>;

/** Whether it is the country’s alone. */
const isOf = (country: string | undefined, { text }: Statement): boolean =>
  country !== undefined && text.startsWith(`In ${country}, `);

/** Statements in a row about one indicator are read as one, but what is said of the country alone. */
function joined(statements: readonly Statement[], country: string | undefined): readonly Statement[] {
  return statements.reduce<readonly Statement[]>((all, next) => {
    const last = all.at(-1);
    return last?.indicator !== undefined &&
      last.indicator === next.indicator &&
      isOf(country, last) === isOf(country, next)
      ? [...all.slice(0, -1), together(last, next)]
      : [...all, next];
  }, []);
}

function sentencesOf(desk: Desk, { model, slot }: SlotOf, { facts }: Wanted): readonly DraftSentence[] {
  const told = slot.statements.filter(({ text }) => !isWithheldIn(text));
  const holdsFigures = told.some(({ mark }) => mark !== undefined);
  return [
    ...joined(holdsFigures ? told : [], countryOf(desk)).map((said) => ({
      said,
      from: model,
      figures: restsOfStatement(said, slot, model, desk)
    })),
    ...(facts ? (slot.facts ?? []) : []).map(({ term, text }) => ({
      said: { text: factText(term, text) },
      from: model,
      figures: []
    }))
  ];
}

/** The country, which is no authority of the partnership: what is said of it alone is said of none of them. */
function countryOf({ catalogue }: Desk): string | undefined {
  const country = catalogue?.manifest.areas.find(({ kind }) => kind === 'country');
  return country && countryName(country);
}

/** Named, where sentences of several authorities stand side by side. */
export function besideOthers(desk: Desk, each: DraftSentence, { name }: Area): DraftSentence {
  const country = countryOf(desk);
  if (country !== undefined && isOf(country, each.said))
    return { ...each, figures: each.figures.map((rest) => ({ ...rest, area: country })) };
  const names = desk.catalogue?.manifest.areas.map(countryName);
  const told = (text: string) => ofAuthority(name, text, names);
  return {
    ...each,
    said: { ...each.said, text: told(each.said.text) },
    figures: each.figures.map((rest) => ({ area: name, ...rest, shown: told(rest.shown) }))
  };
}

/** What is said alike of several and holds no figure is said once, and of nobody. */
function sideBySide(
  desk: Desk,
  told: readonly { readonly area: Area; readonly sentences: readonly DraftSentence[] }[]
): readonly DraftSentence[] {
  const alike = ({ said }: DraftSentence) =>
    said.mark === undefined &&
    told.filter(({ sentences }) => sentences.some((other) => other.said.text === said.text)).length > 1;
  const each = told.flatMap(({ area, sentences }) =>
    sentences.filter((one) => !alike(one)).map((one) => besideOthers(desk, one, area))
  );
  return [...each, ...told.flatMap(({ sentences }) => sentences.filter(alike))];
}

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
      return { area, sentences: found ? sentencesOf(desk, found, wanted) : [] };
    })
  );
  return { sentences: sideBySide(desk, beside), withheld: [] };
}
