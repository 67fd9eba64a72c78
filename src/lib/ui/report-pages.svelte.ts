/** The pages that a pack takes its figures from, worked out one after another, each once. */
import { isoDate } from '#lib/domain/dates.ts';
import { readPage } from '#lib/views/pack/page-text.ts';
import type { ViewModel } from '#lib/views/model.ts';
import type { Unanswerable } from '#lib/views/setting.ts';
import { areaFromAddress, pageName } from '#lib/words/agenda.ts';
import { UNLOADED, workText } from '#lib/words/report.ts';
import { NotShowable, startEngine, type Work } from './engine.svelte.ts';
import { own, OWN } from './own.svelte.ts';
import { Answers } from './report-once.ts';

type Answer = ViewModel | Unanswerable;

const today = () => isoDate(new Date());

export class ReportPages {
  /** What is being done, where something is. */
  work = $state.raw<Work>();
  /** Why pages could not be worked out, where trying again may help. */
  failures = $state.raw<readonly string[]>([]);
  #answers = new Answers<Answer>();
  #expected: readonly string[] = [];
  #day: string | undefined;

  /** The pages that a pack will ask for, so that it can be said how far the work is. */
  expect(pages: readonly string[]): void {
    this.#expected = pages;
  }

  /**
   * The page of a text, or why there is none. Never rejects.
   * @param day ISO date on which actions are reckoned
   */
  page(text: string, day = today()): Promise<Answer> {
    this.#forgetBefore(day);
    return this.#answers.once(text, () => this.#answer(text, day));
  }

  /** Past midnight, a page tells of another day. */
  #forgetBefore(day: string): void {
    if (this.#day !== day) this.#answers.forget(() => true);
    this.#day = day;
  }

  async #answer(text: string, day: string): Promise<Answer> {
    const read = readPage(text);
    if (read === undefined) return { unanswerable: 'This page is not understood.' };
    if (read.own && own.figures === undefined) return { unanswerable: UNLOADED };
    const name = `${areaFromAddress(read.place)}, ${pageName(read.place)}`;
    const { done, all } = this.#answers.among(this.#expected, text);
    this.work = { words: workText(name, done + 1, all), part: done / all };
    try {
      const live = await (read.own
        ? OWN.start()
        : startEngine((work) => {
            this.work = work;
          }));
      return await live.modelOf(read.place, { reckonedOn: day });
    } catch (problem) {
      const why = problem instanceof Error ? problem.message : String(problem);
      if (problem instanceof NotShowable) return { unanswerable: why };
      this.failures = [...this.failures, `${name}: ${why}`];
      return { unanswerable: `This page could not be worked out just now: ${name}.` };
    }
  }

  /** Nothing more is asked for now. */
  rest(): void {
    this.work = undefined;
  }

  /** Loaded figures came or went: what was worked out from others no longer stands. */
  forgetOwn(): void {
    this.#answers.forget((page) => page.startsWith('own:'));
  }

  /** Lets everything be tried again. */
  again(): void {
    this.failures = [];
    this.#answers.forget(() => true);
  }
}
