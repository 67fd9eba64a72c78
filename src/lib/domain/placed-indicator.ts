/** An indicator as the loaded figures allow it to be worked out. */
import type { Indicator, Outcome, Way } from './indicator.ts';
import type { PlacedTerm, Term } from './term.ts';

export interface PlacedOutcome extends Omit<Outcome, 'numerator' | 'denominator'> {
  readonly numerator: PlacedTerm;
  readonly denominator: PlacedTerm;
}

/**
 * An indicator with the way it is worked out here: its mark, its words and the tables it reads. Where nothing is
 * supplied it is placed in the first way with tables that do not exist, so that every cell of it is `notSupplied`.
 */
export interface PlacedIndicator
  extends
    Omit<Indicator, 'ways' | '$schema' | 'id'>,
    Pick<Way, 'mark' | 'subtitle' | 'unit' | 'siblings' | 'document' | 'register' | 'standIn' | 'source'> {
  readonly id: string;
  readonly supplied: boolean;
  /** What it is worked out from when all is supplied, where here something stands in for it. */
  readonly meant?: {
    readonly subtitle: string;
    readonly mark: Way['mark'];
    readonly numerator?: Term;
    readonly denominator?: Term;
  };
  /** Of a count by category: the combinations by which its table tells what “multiple” is made of, where it does. */
  readonly combinations?: readonly string[];
  readonly numerator?: PlacedTerm;
  readonly denominator?: PlacedTerm;
  readonly outcomes?: readonly PlacedOutcome[];
  readonly coverage?: {
    readonly over: 'parts' | 'periods';
    readonly only?: string;
    readonly parts: readonly {
      readonly id: string;
      readonly name: string;
      readonly terms: readonly PlacedTerm[];
    }[];
  };
}
