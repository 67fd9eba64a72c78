/** What must be said of an agenda wherever it goes: its title is typed beside its figures and may tell what they do. */
import { gathered, PLAIN, UNKNOWN, type Standing } from '#lib/domain/standing.ts';
import type { Agenda } from '#lib/selection/agenda.ts';
import { AGENDA_FILE, writeAgendaFile } from '#lib/selection/agenda-file.ts';
import { markedFile } from '#lib/words/standing.ts';

/**
 * Of an agenda without a title nothing has to be said: it names figures, and holds none.
 * @param own what must be said of the figures that are loaded; undefined where none are, and nobody knows what those were that
 * it takes from them
 */
export function agendaStanding({ title, titledOn, pins }: Agenda, own: Standing | undefined): Standing {
  if (title === '') return PLAIN;
  const takesOwn = pins.some((pin) => pin.startsWith('own:'));
  return gathered(titledOn, takesOwn ? (own ?? UNKNOWN) : PLAIN);
}

/** What an agenda is saved as, marked in its name and in itself. */
export function agendaAsFile(
  agenda: Agenda,
  own: Standing | undefined
): { readonly name: string; readonly text: string } {
  const titledOn = agendaStanding(agenda, own);
  const { title, pins } = agenda;
  return { name: markedFile(AGENDA_FILE, titledOn), text: writeAgendaFile({ title, titledOn, pins }) };
}
