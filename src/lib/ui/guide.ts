/** The steps of the guide for analysts, with the minutes that each took when it was followed. */
export interface GuideStep {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
}

export const GUIDE_STEPS = [
  { id: 'sheet', title: 'Get the sheet', minutes: 2 },
  { id: 'fill', title: 'Fill it in', minutes: 5 },
  { id: 'load', title: 'Load it', minutes: 1 },
  { id: 'messages', title: 'Read the messages', minutes: 2 },
  { id: 'meant', title: 'Say what was meant', minutes: 1 },
  { id: 'protect', title: 'Protect', minutes: 2 },
  { id: 'look', title: 'Look', minutes: 1 },
  { id: 'keep', title: 'Keep, save or forget', minutes: 1 }
] as const satisfies readonly GuideStep[];

export type GuideStepId = (typeof GUIDE_STEPS)[number]['id'];

/** `1 minute`, `5 minutes`. */
export const minutesText = (minutes: number) => `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
