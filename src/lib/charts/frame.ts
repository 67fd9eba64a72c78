/** The two drawings of every chart: for a column of about 640 px, and for a phone. */
export type Size = 'wide' | 'narrow';

/** What a drawing has to work with. Lengths are units of its viewBox, which are CSS pixels at true size. */
export interface Frame {
  /** Unique on the page: patterns inside the drawing are named after it. */
  readonly id: string;
  readonly size: Size;
  readonly width: number;
  /** Font size of labels. */
  readonly text: number;
  /** Font size of ticks and captions; the smallest there is. */
  readonly small: number;
  /** Height of a line of labels. */
  readonly line: number;
}

/** A column may be a little narrower than the drawing, so type is set larger than its least size of 13 px. */
export function frameOf(size: Size, id: string): Frame {
  return size === 'wide'
    ? { id: `${id}-wide`, size, width: 640, text: 15.5, small: 15, line: 19 }
    : { id: `${id}-narrow`, size, width: 340, text: 14.5, small: 14, line: 18 };
}
