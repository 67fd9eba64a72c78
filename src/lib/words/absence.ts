import type { Reason } from '#lib/domain/cell.ts';

/**
 * Why no table holds a figure: official statistics have none, its owner gave none, or nobody here knows more than that it
 * is not loaded.
 */
export type Lack = 'published' | 'own' | 'abroad';

/** `not published`, `not supplied`, `not in these figures`: after “is”, or alone. */
export const NOT_THERE: Readonly<Record<Lack, string>> = {
  published: 'not published',
  own: 'not supplied',
  abroad: 'not in these figures'
};

/** Why a count cannot be said, as the end of a sentence that begins with what it counts. */
export function absence(reason: Reason): string {
  switch (reason) {
    case 'withheld':
      return 'is withheld';
    case 'notAvailable':
      return 'is not available';
    case 'notApplicable':
      return 'does not apply here';
    case 'unreliable':
      return 'was judged too unreliable to publish';
    case 'roundsToZero':
      return 'is above zero but rounds to zero';
    case 'late':
      return 'is not in yet';
    case 'notSubmitted':
      return 'was not submitted';
    case 'noCode':
      return 'cannot be counted, because no code exists for it';
    case 'notSupplied':
      return 'is not in these figures for this year';
  }
}

/** `absence`, and for what is withheld, what that is for. */
export function absenceInFull(reason: Reason): string {
  return reason === 'withheld' ? 'is withheld, so that no child can be identified' : absence(reason);
}

/** Why there is no figure, after its name and a colon: `withheld, so that no child can be identified`. */
export function reasonText(reason: Reason): string {
  switch (reason) {
    case 'withheld':
      return 'withheld, so that no child can be identified';
    case 'notAvailable':
      return 'not available, as no usable return was made or no estimate exists';
    case 'notApplicable':
      return 'there was nothing to count, or it was not collected then';
    case 'unreliable':
      return 'not shown, as the publisher judged it too unreliable to publish';
    case 'roundsToZero':
      return 'more than none, but so few that it rounds to zero';
    case 'late':
      return 'expected, and not in yet';
    case 'notSubmitted':
      return 'expected, and not submitted';
    case 'noCode':
      return 'nobody can be counted, because no code exists for it';
    case 'notSupplied':
      return 'not in these figures';
  }
}
