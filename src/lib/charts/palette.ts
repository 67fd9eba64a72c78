import type { Role } from '#lib/views/model.ts';

/** Every colour a chart uses, on white. Marks are at least 3:1 against it or outlined; text at least 4.5:1. */
export const INK = '#0b0c0c';
export const SECONDARY = '#595959';
export const HAIRLINE = '#d8dadc';
export const WHITE = '#ffffff';
/** The middle half of many, behind their marks; its edges are ruled. */
export const BAND = '#eff1f3';
/** One authority among many: the lightest grey that still makes 3:1. */
export const TICK = '#8a8a8a';

export interface Style {
  /** Lines, dots and outlines. */
  readonly mark: string;
  readonly text: string;
  /** Inside of bars; a light one is outlined with `mark`. */
  readonly fill: string;
  /** Of lines only: a dashed box is a place for what is not published. */
  readonly dash?: string;
  readonly width: number;
}

export const STYLES: Readonly<Record<Role, Style>> = {
  focus: { mark: '#12436D', text: '#12436D', fill: '#12436D', width: 3.5 },
  england: { mark: '#3d3d3d', text: '#3d3d3d', fill: '#d2d5d8', dash: '7 4', width: 2 },
  region: { mark: '#595959', text: '#595959', fill: '#e9eaec', dash: '2 3', width: 2 },
  neighbours: { mark: '#3d3d3d', text: '#0b0c0c', fill: '#cfdcea', width: 5 },
  second: { mark: '#F46A25', text: '#a33d00', fill: '#F46A25', width: 2.5 },
  third: { mark: '#28A197', text: '#17695f', fill: '#28A197', width: 2.5 },
  fourth: { mark: '#801650', text: '#801650', fill: '#801650', width: 2.5 }
};

/** Special cause and assurance, as the NHS has them, its grey and blue darkened; never without a shape and words. */
export const SENSES = {
  usual: '#595959',
  concern: '#b84a00',
  improvement: '#0072b2',
  neutral: '#490092'
} as const;
export type Sense = keyof typeof SENSES;

/** Light inside of a bar that counts all children; always outlined in the focus colour. */
export const ALL_FILL = '#dbe6f0';
/** Inside of a step between two areas, which belongs to neither; always outlined in ink, up and down alike. */
export const STEP_FILL = '#b9bdc1';
/** From the smallest fifth of a share to the largest, one hue; each with the colour of words on it, at least 4.5:1. */
export const SHADES = [
  { fill: '#e6eef6', text: INK },
  { fill: '#c3d8eb', text: INK },
  { fill: '#8fb8dc', text: INK },
  { fill: '#2f6ea3', text: WHITE },
  { fill: '#12436D', text: WHITE }
] as const;
export type Shade = (typeof SHADES)[number];
/** How dark a tint for ranges and bands is over white. */
export const RANGE_OPACITY = 0.16;
export const BAND_OPACITY = 0.24;

/** Order of drawing: the focus last, on top. */
export const DRAWN: readonly Role[] = [
  'neighbours',
  'region',
  'england',
  'fourth',
  'third',
  'second',
  'focus'
];
