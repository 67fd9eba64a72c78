/** How the figures of a pack are counted and compared: only what was used in it, in a sentence or two each. */
import { MARK_LABELS, MARK_MEANINGS, type Mark } from '#lib/domain/mark.ts';

export interface UsedMethods {
  readonly marks: readonly Mark[];
  /** Rates per 10,000 children. */
  readonly rates: boolean;
  readonly ranges: boolean;
  readonly similar: boolean;
  readonly country: string | undefined;
  readonly overTime: boolean;
  readonly hidden: boolean;
  readonly control: boolean;
  readonly withheld: boolean;
  /** The rules by which figures were protected, as those who give them say. */
  readonly protection: readonly string[];
}

interface Method {
  readonly term: string;
  readonly text: string;
}

const when = (used: boolean, term: string, text: string): readonly Method[] => (used ? [{ term, text }] : []);

export function methodsText(used: UsedMethods): readonly Method[] {
  const { marks, rates, ranges, similar, country, overTime, hidden, control, withheld, protection } = used;
  return [
    ...marks.map((mark) => ({ term: `The mark “${MARK_LABELS[mark]}”`, text: MARK_MEANINGS[mark] })),
    ...when(
      rates,
      'Rates',
      'Per 10,000 children aged 0 to 17. Figures at the end of a reporting year use the population estimate of the middle of the year before.'
    ),
    ...when(
      similar,
      'Similar areas',
      'The middle value of the ten areas that are most alike, of those with figures. With fewer than six, none is shown.'
    ),
    ...when(
      country !== undefined,
      country ?? '',
      'As published. It is never made by adding areas up, because some are missing.'
    ),
    ...when(
      ranges,
      'Ranges, and how sure we are',
      'A range shows how far a number could move with nothing underlying changed. “Clearly” means that the other figure lies outside the range that would hold 95 times in 100, “probably” outside the one that would hold 80 times in 100. “Cannot tell” and “too uncertain to tell” do not mean that there is no difference.'
    ),
    ...when(
      overTime,
      'Change',
      'A change is called unusual only if it is bigger than nine in ten of the changes that all areas saw in all years of the release. Two releases are never joined in one series.'
    ),
    ...when(
      control,
      'Charts of variation',
      'The lines show the mean and how far points move by chance alone. Only a signal beyond that is called a change.'
    ),
    ...when(
      hidden,
      'Hidden neglect',
      'Certain: neglect is the latest category of the plan. Recorded: those, and plans in another category whose record shows neglect. Possible: those, and plans whose record cannot tell.'
    ),
    ...when(
      withheld,
      'Withheld',
      'A number marked [c] or “withheld” is not shown, so that no child can be identified. It is not zero.'
    ),
    ...protection.map((text) => ({ term: 'How figures were protected', text }))
  ];
}
