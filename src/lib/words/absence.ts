import type { Reason } from '#lib/domain/cell.ts';

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
