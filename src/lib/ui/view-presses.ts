/** What the buttons of a view do, whether it was delivered or drawn here: each says by an attribute which it is. */
import { copyLink, sayCopied } from './copy-link.ts';
import type { PinnedPage } from './pinning.ts';
import type { Takeable } from './take-of-page.ts';

export interface Pressable {
  readonly host: HTMLElement;
  /** The page whose figures are shown, as an agenda names it; undefined where none are in sight. */
  readonly pinned: PinnedPage | undefined;
  /** What is taken of it; undefined where no figures are in sight. */
  readonly page: Takeable | undefined;
  present(): Promise<void>;
  /** Tells a reader who hears the page. */
  say(words: string): void;
}

const NOT_MADE = 'The workbook could not be made. Each table can still be downloaded as CSV.';

async function takeAll(button: HTMLElement, { host, page }: Pressable): Promise<void> {
  const status = host.querySelector<HTMLElement>('[data-tables-status]');
  if (status === null) return;
  const { takeAllOfPage } = await import('./take-of-page.ts');
  status.textContent = (await takeAllOfPage(host, button, page).catch(() => NOT_MADE)) ?? '';
}

async function copy({ host, page }: Pressable): Promise<void> {
  const status = host.querySelector<HTMLElement>('[data-copy-status]');
  if (page !== undefined && status !== null)
    sayCopied(status, page.link, await copyLink(page.link), page.host.linkNote);
}

/** Does what the button does that was pressed; nothing where none was. */
export async function press(target: EventTarget | null, view: Pressable): Promise<void> {
  if (!(target instanceof Element)) return;
  const taking = target.closest<HTMLElement>('[data-take]');
  if (taking !== null) (await import('./take-of-page.ts')).takeOfPage(taking, view.page);
  const pinning = target.closest<HTMLElement>('[data-pin]');
  if (pinning !== null) {
    const { pressPin } = await import('./pinning.ts');
    if (view.pinned !== undefined) view.say(pressPin(pinning, view.pinned));
  }
  const acting = target.closest<HTMLElement>('[data-action]');
  switch (acting?.dataset['action']) {
    case 'print':
      return window.print();
    case 'present':
      return view.present();
    case 'tables':
      return takeAll(acting, view);
    case 'copy-link':
      return copy(view);
    default:
  }
}
