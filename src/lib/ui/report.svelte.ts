/** The pack that is put together in this tab, and every way of changing it, each with a way back. */
import { isoDate } from '#lib/domain/dates.ts';
import type { Commentary, Pack, PackFile, PackPart } from '#lib/domain/pack.ts';
import {
  holdsOwn,
  packFileOf,
  partChanged,
  partMoved,
  partPut,
  partTaken,
  unknownWords,
  withWords,
  wordsOf
} from '#lib/selection/pack-edit.ts';
import { saysAnything } from '#lib/domain/said.ts';
import { gathered, PLAIN, type Standing } from '#lib/domain/standing.ts';
import { wholePack } from '#lib/views/pack/never-without.ts';
import { dropPack, keepPack, keptPack, type Restored } from '#lib/store/pack-tab.ts';

interface Undoing {
  readonly before: Pack;
  /** `“Where we stand” was taken out.` */
  readonly words: string;
  /** The part that it was done to. */
  readonly part: string;
  /** Where that stands or stood. */
  readonly at: number;
}

const today = () => isoDate(new Date());

export class ReportState {
  pack = $state.raw<Pack>();
  commentary = $state.raw<readonly Commentary[]>([]);
  /** Whether words were written that are in no file yet. */
  unsaved = $state(false);
  /** Whether this tab keeps it: a browser may refuse, or have no room. */
  kept = $state(true);
  /** What was put back when it was opened, in sentences. */
  notices = $state.raw<readonly string[]>([]);
  /** Parts that were put back with nothing written to them then. */
  restored = $state.raw<readonly Restored[]>([]);
  /** Of the figures that stand beside what is written, once they are known. */
  #shown: Standing | undefined;
  /** Parts written to since these figures were known; `''` for the pack’s own words. */
  #fresh: readonly string[] = [];
  /** Parts that were opened with words of which nobody knows what they were written on. */
  #unknown: readonly string[] = [];
  /** The latest last. Words are never undone with the order of parts, and wait for a part that comes back. */
  #done = $state.raw<readonly Undoing[]>([]);

  get last(): Undoing | undefined {
    return this.#done.at(-1);
  }

  /** As it goes into a file. @throws where no pack is there */
  file(): PackFile {
    if (this.pack === undefined) throw new Error('there is no pack');
    return packFileOf(this.pack, this.commentary);
  }

  get own(): boolean {
    return this.pack !== undefined && holdsOwn(this.pack);
  }

  /** Reads what this tab holds. */
  start(): void {
    const kept = keptPack();
    if (kept === undefined) return;
    this.#open(kept.file);
    this.unsaved = kept.unsaved;
    const waiting = kept.restored.filter(({ part }) => this.#waits(part));
    this.restored = [...waiting, ...this.restored];
    this.notices = [...waiting.map(({ notice }) => notice), ...this.notices];
    if (this.pack !== kept.file.pack) this.#keep();
  }

  /** Whether a part is there with nothing written to it. */
  #waits(id: string): boolean {
    const { pack, commentary } = this;
    if (pack === undefined || !pack.parts.some((part) => part.id === id)) return false;
    return !saysAnything(wordsOf(commentary, pack, id)?.text ?? '');
  }

  #open(file: Pick<PackFile, 'pack' | 'commentary'>): void {
    const { pack, unwritten, notices } = wholePack(file, today());
    this.pack = pack;
    this.commentary = file.commentary;
    this.#unknown = unknownWords(file).parts;
    this.notices = notices;
    this.restored = unwritten;
  }

  #keep(): void {
    if (this.pack !== undefined) {
      const { unsaved, restored } = this;
      this.kept = keepPack({ file: this.file(), unsaved, restored });
    }
  }

  /** The pack with words of its own that are written now. */
  #titled(pack: Pack): Pack {
    this.#fresh = [...this.#fresh, ''];
    const writtenOn = this.#onNow(pack.writtenOn, '');
    return writtenOn === undefined ? pack : { ...pack, writtenOn };
  }

  /** Tells what must be said of the figures that now stand beside what is written, whenever they were worked out. */
  showing(standing: Standing): void {
    const { pack } = this;
    const fresh = this.#fresh;
    this.#shown = standing;
    this.#fresh = [];
    if (pack === undefined || fresh.length === 0) return;
    const on = this.#onNow(pack.writtenOn, '');
    if (fresh.includes('') && on !== pack.writtenOn) this.pack = { ...pack, writtenOn: on };
    const stamped = this.commentary.map((said) => {
      const now = fresh.includes(said.part) ? this.#onNow(said.writtenOn, said.part) : said.writtenOn;
      return now === said.writtenOn ? said : { ...said, writtenOn: now };
    });
    if (stamped.some((said, at) => said !== this.commentary[at])) this.commentary = stamped;
    this.#keep();
  }

  /**
   * The same with what must be said of the figures that stand there now; itself where that adds nothing. What nobody knows is
   * not known by a letter that is typed: only whoever read every word can say it.
   */
  #onNow(on: Standing | undefined, part: string): Standing | undefined {
    const shown = this.#shown;
    const nobodyKnows = on === undefined && (part === '' || this.#unknown.includes(part));
    if (shown === undefined || nobodyKnows) return on;
    const both = gathered(on, shown);
    return on?.restricted === both.restricted && on.madeUp === both.madeUp ? on : both;
  }

  /**
   * Whoever wrote it read every word and says that none is restricted.
   * @param commentary the words, with the figures that stand there now
   */
  release(commentary: readonly Commentary[]): void {
    if (this.pack === undefined) return;
    const writtenOn = this.#shown ?? PLAIN;
    this.pack = { ...this.pack, writtenOn };
    this.commentary = commentary.map((said) => ({ ...said, writtenOn }));
    this.#unknown = [];
    this.unsaved = true;
    this.#keep();
  }

  /** Another pack in the stead of this one. */
  begin(file: Pick<PackFile, 'pack' | 'commentary'>): void {
    this.#open(file);
    this.unsaved = false;
    this.#done = [];
    this.#shown = undefined;
    this.#fresh = [];
    this.#keep();
  }

  /** Puts it away for good. */
  drop(): void {
    this.pack = undefined;
    this.commentary = [];
    this.notices = [];
    this.restored = [];
    this.unsaved = false;
    this.#done = [];
    dropPack();
  }

  /** All of it is in a file now. */
  saved(): void {
    this.unsaved = false;
    this.#keep();
  }

  /** Returns whether anything changed. */
  #change(pack: Pack, words: string, part: string): boolean {
    const before = this.pack;
    if (before === undefined || pack === before) return false;
    const places = [pack, before].map(({ parts }) => parts.findIndex(({ id }) => id === part));
    this.#done = [...this.#done, { before, words, part, at: places.find((at) => at >= 0) ?? 0 }];
    this.pack = pack;
    this.#keep();
    return true;
  }

  rename(change: Partial<Pick<Pack, 'title' | 'occasion' | 'contents'>>): void {
    if (this.pack === undefined) return;
    this.pack = this.#titled({ ...this.pack, ...change });
    this.#keep();
  }

  move(part: string, by: -1 | 1, name: string): boolean {
    const { pack } = this;
    return (
      pack !== undefined &&
      this.#change(partMoved(pack, part, by), `“${name}” was moved ${by < 0 ? 'up' : 'down'}.`, part)
    );
  }

  remove(part: string, name: string): void {
    if (this.pack !== undefined) this.#change(partTaken(this.pack, part), `“${name}” was taken out.`, part);
  }

  add(part: PackPart, after: string | undefined, name: string): boolean {
    const { pack } = this;
    if (pack === undefined) return false;
    const put = partPut(pack, part, after);
    const titled = put === pack || part.kind !== 'heading' ? put : this.#titled(put);
    return this.#change(titled, `“${name}” was added.`, part.id);
  }

  /** A setting of one part; small enough to be put back by hand. */
  set(part: PackPart): void {
    if (this.pack === undefined) return;
    const changed = partChanged(this.pack, part);
    this.pack = part.kind === 'heading' ? this.#titled(changed) : changed;
    this.#keep();
  }

  write(said: Commentary): void {
    const before = wordsOf(this.commentary, { id: said.pack }, said.part);
    const all = [before?.writtenOn, said.writtenOn].filter((on) => on !== undefined);
    const writtenOn = this.#onNow(all.length === 0 ? undefined : gathered(...all), said.part);
    const { writtenOn: _, ...words } = said;
    this.commentary = withWords(this.commentary, {
      ...words,
      ...(writtenOn === undefined ? {} : { writtenOn })
    });
    this.#fresh = [...this.#fresh, said.part];
    this.unsaved = true;
    this.#keep();
  }

  /** Takes the latest back; returns the part that it was done to. */
  undo(): string | undefined {
    const { last } = this;
    if (last === undefined || this.pack === undefined) return undefined;
    const { parts } = this.pack;
    this.#done = this.#done.slice(0, -1);
    this.pack = {
      ...this.pack,
      parts: last.before.parts.map((part) => parts.find(({ id }) => id === part.id) ?? part)
    };
    this.#keep();
    return last.part;
  }
}
