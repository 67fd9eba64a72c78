/** The pack that is put together in this tab, and every way of changing it, each with a way back. */
import type { Commentary, Pack, PackFile, PackPart } from '#lib/domain/pack.ts';
import {
  holdsOwn,
  packFileOf,
  partChanged,
  partMoved,
  partPut,
  partTaken,
  withWords
} from '#lib/selection/pack-edit.ts';
import { dropPack, keepPack, keptPack } from '#lib/store/pack-tab.ts';

interface Undoing {
  readonly before: Pack;
  /** `“Where we stand” was taken out.` */
  readonly words: string;
  /** The part that it was done to. */
  readonly part: string;
  /** Where that stands or stood. */
  readonly at: number;
}

export class ReportState {
  pack = $state.raw<Pack>();
  commentary = $state.raw<readonly Commentary[]>([]);
  /** Whether words were written that are in no file yet. */
  unsaved = $state(false);
  /** Whether this tab keeps it: a browser may refuse, or have no room. */
  kept = $state(true);
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
    this.pack = kept.file.pack;
    this.commentary = kept.file.commentary;
    this.unsaved = kept.unsaved;
  }

  #keep(): void {
    if (this.pack !== undefined) this.kept = keepPack({ file: this.file(), unsaved: this.unsaved });
  }

  /** Another pack in the stead of this one. */
  begin({ pack, commentary }: Pick<PackFile, 'pack' | 'commentary'>): void {
    this.pack = pack;
    this.commentary = commentary;
    this.unsaved = false;
    this.#done = [];
    this.#keep();
  }

  /** Puts it away for good. */
  drop(): void {
    this.pack = undefined;
    this.commentary = [];
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
    this.pack = { ...this.pack, ...change };
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
    return (
      this.pack !== undefined &&
      this.#change(partPut(this.pack, part, after), `“${name}” was added.`, part.id)
    );
  }

  /** A setting of one part; small enough to be put back by hand. */
  set(part: PackPart): void {
    if (this.pack === undefined) return;
    this.pack = partChanged(this.pack, part);
    this.#keep();
  }

  write(said: Commentary): void {
    this.commentary = withWords(this.commentary, said);
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
