/** The sheet of paper that packs are set on: A4, in millimetres. */
export const PAPER = {
  width: 210,
  height: 297,
  margin: { top: 18, right: 18, bottom: 19, left: 18 }
} as const;

/** What is left between the margins. */
export const COLUMN = PAPER.width - PAPER.margin.left - PAPER.margin.right;
export const SHEET = PAPER.height - PAPER.margin.top - PAPER.margin.bottom;
