/** How a view of an area is made. */
import type { Context, Needs } from './context.ts';
import type { Question, Slot, Statement } from './model.ts';

/** What a view says itself; the frame around it is the same for all. */
export interface Made {
  readonly headline: Statement;
  readonly slots: readonly Slot[];
  /** At most `MOST_QUESTIONS`, each raised by a named figure. */
  readonly questions: readonly Question[];
}

export interface ViewMaker {
  readonly needs: Needs;
  readonly make: (context: Context) => Made | Promise<Made>;
}
