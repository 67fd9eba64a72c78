/** Where somebody is on the way from raw figures to a protected bundle. It lives as long as its page is open. */
import type { Problem } from '#lib/domain/problem.ts';
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import { PRESETS } from '#lib/disclosure/settings.ts';
import type { GivenFile, Preview, Recognised } from '#lib/sources/given/given.ts';
import type { Draft } from '#lib/store/draft.ts';
import type {
  Audience,
  Checked,
  NoRelease,
  OfficialBeside,
  OwnReady,
  Progress,
  ReadBundle,
  Role,
  SafeRelease
} from '#lib/store/draft-messages.ts';

export type Step =
  | { readonly at: 'empty' }
  | { readonly at: 'reading'; readonly role: Role }
  | { readonly at: 'draft' }
  | { readonly at: 'protecting'; readonly begun: number }
  | { readonly at: 'checking'; readonly begun: number }
  | { readonly at: 'refused'; readonly refusal: NoRelease }
  | { readonly at: 'result'; readonly release: SafeRelease; readonly saved: boolean }
  | { readonly at: 'checked'; readonly checked: Checked };

export interface Loaded {
  readonly bundle: ReadBundle;
  readonly official: OfficialBeside | undefined;
  readonly warnings: readonly Problem[];
  readonly previews: Previews;
  /** What was read otherwise than it was written. */
  readonly recognised: readonly Recognised[];
}

/** What stands at each of the first problems. */
export type Previews = readonly (Preview | undefined)[];

export class ProtectJourney {
  step = $state.raw<Step>({ at: 'empty' });
  loaded = $state.raw<Loaded | undefined>(undefined);
  earlier = $state.raw<readonly ReadBundle[]>([]);
  other = $state.raw<readonly ReadBundle[]>([]);
  /** What was wrong with what was given last; what was read before stays. */
  problems = $state.raw<readonly Problem[]>([]);
  previews = $state.raw<Previews>([]);
  /** Whether the reader said that what was recognised is what was meant. */
  confirmed = $state(false);
  /** Whether the reader said that it is agreed who may see restricted figures. */
  agreed = $state(false);
  /** What went wrong that nobody foresaw. */
  failure = $state.raw<string | undefined>(undefined);
  progress = $state.raw<Progress | undefined>(undefined);
  settings = $state.raw<DisclosureSettings>(PRESETS.dfe);
  audience = $state<Audience>('public');
  /** Whether the pages show what was found safe. */
  shown = $state(false);

  #draft: Draft | undefined;
  #open: (onProgress: (progress: Progress) => void) => Promise<Draft>;
  #today: () => string;

  /** @param today ISO date on which a release is made */
  constructor(open: (onProgress: (progress: Progress) => void) => Promise<Draft>, today: () => string) {
    this.#open = open;
    this.#today = today;
  }

  /** Whether leaving the page would lose something. */
  get unsaved(): boolean {
    if (this.shown) return false;
    const { at } = this.step;
    return at === 'result' ? !this.step.saved : this.loaded !== undefined || at === 'reading';
  }

  async read(role: Role, files: () => Promise<readonly GivenFile[]>): Promise<void> {
    await this.#try({ at: 'reading', role }, async (draft) => {
      const { bundle, official, problems, previews, recognised } = await draft.read(role, await files());
      const before: Step = { at: this.loaded === undefined ? 'empty' : 'draft' };
      if (bundle === undefined) {
        this.problems = problems;
        this.previews = previews;
        return before;
      }
      if (role !== 'draft') {
        this[role] = [...this[role], bundle];
        return before;
      }
      this.loaded = { bundle, official, warnings: problems, previews, recognised };
      this.confirmed = recognised.length === 0;
      this.agreed = false;
      this.audience = bundle.manifest.audience;
      this.settings = { ...this.settings, keep: [] };
      return { at: 'draft' };
    });
    if (
      this.step.at === 'draft' &&
      this.loaded?.bundle.manifest.protected === 'yes' &&
      this.confirmed &&
      this.problems.length === 0
    )
      await this.check();
  }

  async drop(role: 'earlier' | 'other'): Promise<void> {
    this[role] = [];
    await this.#draft?.drop(role);
  }

  async rows(table: string, from: number) {
    return this.#draft?.rows(table, from);
  }

  async protect(): Promise<void> {
    const { settings, audience } = this;
    await this.#try({ at: 'protecting', begun: Date.now() }, async (draft) => {
      const made = await draft.protect({ settings, audience, madeOn: this.#today() });
      return made.outcome === 'safe'
        ? { at: 'result', release: made, saved: false }
        : { at: 'refused', refusal: made };
    });
  }

  async check(): Promise<void> {
    await this.#try({ at: 'checking', begun: Date.now() }, async (draft) => ({
      at: 'checked',
      checked: await draft.check()
    }));
  }

  /** Hands what was found safe to the pages. False where that did not work. */
  async show(
    take: (ready: Promise<OwnReady>, messages: readonly Problem[]) => Promise<void>
  ): Promise<boolean> {
    const { step } = this;
    this.failure = undefined;
    try {
      if (this.#draft === undefined) return false;
      await take(this.#draft.show(), this.loaded?.warnings ?? []);
      if (this.step.at === 'result') this.step = { ...this.step, saved: true };
      this.shown = true;
      return true;
    } catch (problem) {
      this.step = step;
      this.failure = problem instanceof Error ? problem.message : String(problem);
      return false;
    }
  }

  /** Back to the draft and its rules. */
  change(settings: DisclosureSettings = this.settings): void {
    this.settings = settings;
    this.step = { at: this.loaded === undefined ? 'empty' : 'draft' };
  }

  saved(): void {
    if (this.step.at === 'result') this.step = { ...this.step, saved: true };
  }

  cancel(): void {
    this.#draft?.cancel();
  }

  forget(): void {
    this.#draft?.forget();
    this.#draft = undefined;
    this.loaded = undefined;
    this.earlier = [];
    this.other = [];
    this.problems = [];
    this.previews = [];
    this.shown = false;
    this.failure = undefined;
    this.settings = PRESETS.dfe;
    this.audience = 'public';
    this.agreed = false;
    this.step = { at: 'empty' };
  }

  async #try(meanwhile: Step, work: (draft: Draft) => Promise<Step>): Promise<void> {
    const before: Step = { at: this.loaded === undefined ? 'empty' : 'draft' };
    this.problems = [];
    this.previews = [];
    this.shown = false;
    this.failure = undefined;
    this.progress = undefined;
    this.step = meanwhile;
    try {
      this.#draft ??= await this.#open((progress) => (this.progress = progress));
      const next = await work(this.#draft);
      if (this.step === meanwhile) this.step = next;
    } catch (problem) {
      if (this.step !== meanwhile) return;
      this.step = before;
      if (!(problem instanceof Error) || problem.name !== 'Cancelled')
        this.failure = problem instanceof Error ? problem.message : String(problem);
    }
  }
}
