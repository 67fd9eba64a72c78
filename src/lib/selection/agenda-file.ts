/** An agenda as a file that a reader saves and opens again. It names figures and holds none. */
import { z } from '#lib/domain/zod.ts';
import { readAgenda, type Agenda, type AgendaReading } from './agenda.ts';

export const AGENDA_FILE = 'agenda.json';
/** Many times what the longest agenda takes. */
export const LARGEST_FILE = 200_000;

const KIND = 'neglect-lens-agenda';
const file = z.object({
  kind: z.literal(KIND),
  version: z.literal(1),
  title: z.string(),
  titledOn: z.object({ restricted: z.boolean(), madeUp: z.boolean() }).optional(),
  pins: z.array(z.string()).max(1000)
});

export function writeAgendaFile({ title, titledOn, pins }: Agenda): string {
  const content = { kind: KIND, version: 1, title, ...(titledOn === undefined ? {} : { titledOn }), pins };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** @throws in words where the text is no agenda; single pins that cannot be read are problems in the answer */
export function readAgendaFile(text: string): AgendaReading {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Error('this file is not an agenda: it is not JSON');
  }
  const read = file.safeParse(content);
  if (!read.success) throw new Error(wrong(content));
  const { title, titledOn, pins } = read.data;
  const { agenda, problems } = readAgenda(title, pins);
  return { agenda: titledOn === undefined ? agenda : { ...agenda, titledOn }, problems };
}

function wrong(content: unknown): string {
  const kind = z.object({ kind: z.literal(KIND) }).safeParse(content);
  if (!kind.success) return `this file is not an agenda: it does not say "kind": "${KIND}"`;
  const version = z.object({ version: z.literal(1) }).safeParse(content);
  return version.success
    ? 'this agenda is damaged: it needs a "title" in words and "pins", a list of texts'
    : 'this agenda was saved by another release of this site, which this one cannot read';
}
