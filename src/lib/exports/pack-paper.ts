/** The sheet of paper that packs are set on: A4, in millimetres. */
export const PAPER = {
  width: 210,
  height: 297,
  margin: { top: 18, right: 18, bottom: 19, left: 18 }
} as const;

/** What is left between the margins. */
export const COLUMN = PAPER.width - PAPER.margin.left - PAPER.margin.right;
export const SHEET = PAPER.height - PAPER.margin.top - PAPER.margin.bottom;

/** The typeface of packs, one file for each weight: a PDF holds a variable one as drawings of letters, many times the size. */
export const PACK_FAMILY = 'Atkinson Paper';
export const PACK_WEIGHTS = [400, 600, 700] as const;

/** @param source where the file of that weight is, or the file itself as a `data:` address */
export const packFace = (weight: (typeof PACK_WEIGHTS)[number], source: string): string =>
  `@font-face{font-family:'${PACK_FAMILY}';font-weight:${String(weight)};src:url(${source}) format('woff2')}`;
