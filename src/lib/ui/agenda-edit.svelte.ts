/** What a reader does to the agenda, each with a way back. */
import { moved, without } from '#lib/selection/agenda-list.ts';
import type { Agenda } from '#lib/selection/agenda.ts';
import { agenda } from './agenda.svelte.ts';
import { agendaStanding } from './agenda-standing.ts';
import { own } from './own.svelte.ts';

interface Undoing {
  readonly before: Agenda;
  /** `Removed.` */
  readonly words: string;
  /** Where in the list the reader was. */
  readonly at: number;
}

export class AgendaEdit {
  /** The latest last. */
  #done = $state.raw<readonly Undoing[]>([]);

  get last(): Undoing | undefined {
    return this.#done.at(-1);
  }

  #keep(words: string, at: number): void {
    const { title, titledOn, pins } = agenda;
    this.#done = [...this.#done, { before: { title, titledOn, pins }, words, at }];
  }

  rename(title: string): void {
    const { titledOn, pins } = agenda;
    agenda.set({ title, pins, titledOn: agendaStanding({ title, titledOn, pins }, own.figures?.standing) });
  }

  /** True where the figure has another place now. */
  move(from: number, by: -1 | 1): boolean {
    const pins = moved(agenda.pins, from, from + by);
    if (pins === agenda.pins) return false;
    this.#done = [];
    agenda.set({ title: agenda.title, pins });
    return true;
  }

  remove(at: number): void {
    this.#keep(`Figure ${String(at + 1)} was removed.`, at);
    agenda.set({ title: agenda.title, pins: without(agenda.pins, at) });
  }

  empty(): void {
    this.#keep('The agenda was emptied.', 0);
    agenda.set({ title: '', pins: [] });
  }

  /** Another agenda in the stead of the reader’s own. */
  replace(other: Agenda): void {
    if (agenda.pins.length > 0) this.#keep('This is your agenda now. The one you had was put aside.', 0);
    agenda.set(other);
  }

  /** Takes the latest back; returns the place where it was done. */
  undo(): number {
    const { last } = this;
    if (last === undefined) return 0;
    this.#done = this.#done.slice(0, -1);
    agenda.set(last.before);
    return last.at;
  }
}
