/** Whose figures a page shows, for its foot. */
export interface Whose {
  readonly madeUp: boolean;
  /** Whether official statistics are among them. */
  readonly official: boolean;
  /** Of figures that are not official. */
  readonly publisher?: string;
}

export const OFFICIAL: Whose = { madeUp: false, official: true };

const CREDIT =
  'Official statistics are Crown copyright, used under the Open Government Licence v3.0. Counts are shown as published.';

/** Made-up figures are called that, others are named by their publisher; official statistics are credited where they are. */
export function whoseText({ madeUp, official, publisher }: Whose): string {
  return [
    ...(madeUp
      ? ['Made-up figures for demonstration.']
      : publisher === undefined
        ? []
        : [`Figures of ${publisher}.`]),
    ...(official ? [CREDIT] : [])
  ].join(' ');
}

/** Said beside a link to figures that only this machine holds. */
export const OWN_LINK = 'It opens for readers who have loaded the same figures. The figures are not in it.';
