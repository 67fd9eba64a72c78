/** Sentences about indicators, each in the words of a page that tells of it. */
import type { AnnualEvidence } from '#lib/domain/annual.ts';
import type { Area } from '#lib/domain/area.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import { reasonText } from '#lib/words/absence.ts';
import { besideText, ofAuthority, ofWhole } from '#lib/words/annual/draft.ts';
import { REASON_WORDS, type Reason } from '#lib/domain/cell.ts';
import type { ViewModel } from '../model.ts';
import { slotAt, type Desk } from './desk.ts';
import type { DraftSentence, Found } from './model.ts';
import { isWithheldIn, restOfPage, restsOfStatement } from './rests.ts';

type Wanted = Extract<AnnualEvidence, { from: 'figures' }>;

/** Indicators for which every condition holds that is given, in the order of the roles named. */
export function selected(indicators: readonly PlacedIndicator[], wanted: Wanted): readonly PlacedIndicator[] {
  const { roles, groups, feeds } = wanted;
  const place = ({ role }: PlacedIndicator) => (role === undefined ? 0 : (roles?.indexOf(role) ?? 0));
  const chosen = indicators.filter(
    ({ role, group, feeds: fed }) =>
      (roles === undefined || (role !== undefined && roles.includes(role))) &&
      (groups === undefined || groups.includes(group)) &&
      (feeds === undefined || feeds.some((feed) => fed.includes(feed)))
  );
  return chosen.toSorted((a, b) => place(a) - place(b));
}

const isReason = (text: string): text is Reason => text in REASON_WORDS;
const REASONS = Object.keys(REASON_WORDS).filter(isReason);

/** Whether a page of an indicator holds its figure, or why not. */
function standingOf(page: ViewModel): 'held' | Reason {
  if (page.slots.some(({ id, notSupplied }) => id === 'meaning' && notSupplied !== undefined))
    return 'notSupplied';
  const { text } = page.headline;
  const why = REASONS.find((reason) => text.endsWith(`: ${reasonText(reason)}.`));
  return why ?? 'held';
}

async function inSlots(
  desk: Desk,
  { id }: PlacedIndicator,
  slots: readonly string[]
): Promise<DraftSentence | undefined> {
  for (const named of slots) {
    const found = await slotAt(desk, named);
    const said = found?.slot.statements.find(
      ({ indicator, mark, text }) => indicator === id && mark !== undefined && !isWithheldIn(text)
    );
    if (found && said)
      return {
        said,
        from: found.model,
        figures: restsOfStatement(said, found.slot, found.model, desk)
      };
  }
  return undefined;
}

function onPage(page: ViewModel, indicator: PlacedIndicator, whose?: Area): DraftSentence {
  const { headline } = page;
  const place = whose === undefined ? undefined : whose.kind === 'partnership' ? ofWhole : ofAuthority;
  const text = place === undefined || !whose ? headline.text : place(whose.name, headline.text);
  return {
    said: { ...headline, text, indicator: indicator.id },
    from: page,
    figures: [restOfPage(page, indicator, text, whose?.name)]
  };
}

interface Held {
  readonly area: Area;
  readonly page: ViewModel;
}

/** Those of authorities in one sentence, where they count and begin alike, with the figure of each by itself. */
function beside(held: readonly Held[], indicator: PlacedIndicator): readonly DraftSentence[] {
  const [first, ...others] = held;
  const alike = others.every(
    ({ page: { headline } }) => headline.mark === first?.page.headline.mark && headline.notes === undefined
  );
  const told =
    alike && held.every(({ area }) => area.kind !== 'partnership')
      ? besideText(held.map(({ area, page }) => ({ name: area.name, text: page.headline.text })))
      : undefined;
  if (!first || told === undefined) return held.map(({ area, page }) => onPage(page, indicator, area));
  return [
    {
      said: { ...first.page.headline, text: told.text, indicator: indicator.id },
      from: first.page,
      figures: held.map(({ area, page }, i) => restOfPage(page, indicator, told.each[i] ?? '', area.name))
    }
  ];
}

/** The area’s own figure, else that of its partnership, else those of the authorities within it side by side. */
async function ownOrBeyond(desk: Desk, indicator: PlacedIndicator): Promise<Found> {
  const here = await desk.indicator(indicator.id);
  const standing = here === undefined ? 'notSupplied' : standingOf(here);
  if (here !== undefined && standing === 'held')
    return { sentences: [onPage(here, indicator)], withheld: [] };
  if (standing === 'withheld') return { sentences: [], withheld: [indicator.name] };
  const pages = await Promise.all(
    desk.beyond.map(async (area) => ({ area, page: await desk.indicator(indicator.id, area) }))
  );
  const standings = pages.flatMap(({ area, page }) =>
    page === undefined ? [] : [{ area, page, is: standingOf(page) }]
  );
  return {
    sentences: beside(
      standings.filter(({ is }) => is === 'held'),
      indicator
    ),
    withheld: standings.flatMap(({ area, is }) =>
      is === 'withheld' ? [`${indicator.name} (${area.name})`] : []
    )
  };
}

export async function fromIndicators(desk: Desk, wanted: Wanted): Promise<Found> {
  const found = await Promise.all(
    selected(desk.indicators, wanted)
      .filter(({ supplied }) => supplied)
      .map(async (indicator): Promise<Found> => {
        const said = await inSlots(desk, indicator, wanted.slots);
        return said ? { sentences: [said], withheld: [] } : ownOrBeyond(desk, indicator);
      })
  );
  return {
    sentences: found.flatMap(({ sentences }) => sentences),
    withheld: found.flatMap(({ withheld }) => withheld)
  };
}
