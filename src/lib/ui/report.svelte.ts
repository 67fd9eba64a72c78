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
  standingOfWords,
  unknownWords,
  withWords,
  wordsOf
} from '#lib/selection/pack-edit.ts';
import { saysAnything } from '#lib/domain/said.ts';
import { gathered, PLAIN, UNKNOWN, type Standing } from '#lib/domain/standing.ts';
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
  readonly #loaded: () => Standing | undefined;
  /** Of the figures that stand beside what is written, once they are worked out. */
  #shown = $state.raw<Standing>();
  /** Parts written to since then, with what is known of their words; `''` for the pack’s own words. */
  #fresh: Readonly<Record<string, Standing | undefined>> = {};
  /** Parts that were opened with words of which nobody knows what they were written on. */
  #unknown: readonly string[] = [];
  /** The latest last. Words are never undone with the order of parts, and wait for a part that comes back. */
  #done = $state.raw<readonly Undoing[]>([]);

  /** @param loaded what must be said of figures that a reader loaded; undefined where none are */
  constructor(loaded: () => Standing | undefined = () => undefined) {
    this.#loaded = loaded;
  }

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

  /** Of the loaded figures that it takes: known before any page is worked out. Undefined where they are not loaded. */
  get #taken(): Standing | undefined {
    return this.own ? this.#loaded() : PLAIN;
  }

  /** Whether all figures are known that stand beside what is written. */
  get #isKnown(): boolean {
    return this.#shown !== undefined && this.#taken !== undefined;
  }

  /** What must be said of it where it leaves the page: the strictest until its figures are worked out. */
  get standing(): Standing {
    return gathered(this.#shown ?? UNKNOWN, this.#taken, standingOfWords(this.file()));
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
    const writtenOn = this.#written('', pack.writtenOn);
    return writtenOn === pack.writtenOn ? pack : { ...pack, writtenOn };
  }

  /**
   * What is kept with words that are written now. While nobody knows the figures, nobody knows what the words tell: that is
   * kept at once, since the page may be left, and the file saved, before they are worked out.
   * @param on what was kept with them before
   */
  #written(part: string, on: Standing | undefined): Standing | undefined {
    const now = this.#onNow(Object.hasOwn(this.#fresh, part) ? this.#fresh[part] : on, part);
    this.#fresh = { ...this.#fresh, [part]: now };
    return this.#isKnown || now?.restricted === true ? now : undefined;
  }

  /** Tells what must be said of the figures that now stand beside what is written, whenever they were worked out. */
  showing(standing: Standing): void {
    const { pack } = this;
    const fresh = this.#fresh;
    this.#shown = standing;
    if (pack === undefined || Object.keys(fresh).length === 0 || !this.#isKnown) return;
    this.#fresh = {};
    const settled = (part: string, on: Standing | undefined) =>
      Object.hasOwn(fresh, part) ? this.#onNow(fresh[part], part) : on;
    const on = settled('', pack.writtenOn);
    if (on !== pack.writtenOn) this.pack = { ...pack, writtenOn: on };
    const stamped = this.commentary.map((said) => {
      const now = settled(said.part, said.writtenOn);
      return now === said.writtenOn ? said : { ...said, writtenOn: now };
    });
    if (stamped.some((said, at) => said !== this.commentary[at])) this.commentary = stamped;
    this.#keep();
  }

  /**
   * The same with what is known of the figures that stand there now; itself where that adds nothing. What nobody knows is
   * not known by a letter that is typed: only whoever read every word can say it.
   */
  #onNow(on: Standing | undefined, part: string): Standing | undefined {
    const known = [this.#shown, this.#taken].filter((one) => one !== undefined);
    const nobodyKnows = on === undefined && (part === '' || this.#unknown.includes(part));
    if (known.length === 0 || nobodyKnows) return on;
    const both = gathered(on, ...known);
    return on?.restricted === both.restricted && on.madeUp === both.madeUp ? on : both;
  }

  /**
   * Whoever wrote it read every word and says that none is restricted.
   * @param commentary the words, with the figures that stand there now
   */
  release(commentary: readonly Commentary[]): void {
    if (this.pack === undefined) return;
    const writtenOn = gathered(this.#shown, this.#taken);
    this.pack = { ...this.pack, writtenOn };
    this.commentary = commentary.map((said) => ({ ...said, writtenOn }));
    this.#unknown = [];
    this.#fresh = {};
    this.unsaved = true;
    this.#keep();
  }

  /** Another pack in the stead of this one. */
  begin(file: Pick<PackFile, 'pack' | 'commentary'>): void {
    this.#open(file);
    this.unsaved = false;
    this.#done = [];
    this.#shown = undefined;
    this.#fresh = {};
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
    const changed = { ...this.pack, ...change };
    const isWritten = change.title !== undefined || change.occasion !== undefined;
    this.pack = isWritten ? this.#titled(changed) : changed;
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
    const writtenOn = this.#written(said.part, all.length === 0 ? undefined : gathered(...all));
    const { writtenOn: _, ...words } = said;
    this.commentary = withWords(this.commentary, {
      ...words,
      ...(writtenOn === undefined ? {} : { writtenOn })
    });
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
