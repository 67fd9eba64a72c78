/**
 * Narrows the list of indicators where it stands. The list is delivered as words and is never drawn again, so that it can be
 * read before, and without, any script.
 */
import { fits, type Narrowed, type Narrowing } from './narrow.ts';
import { wordsOf } from './plain-words.ts';

const CHOICES = ['group', 'feed', 'mark', 'figures'] as const;

interface Row extends Narrowed {
  readonly element: HTMLElement;
}

function rowsOf(root: ParentNode): readonly Row[] {
  return [...root.querySelectorAll<HTMLElement>('[data-indicator]')].map((element) => {
    const { group = '', feeds = '', mark = '', figures = '', words = '' } = element.dataset;
    const read = element.querySelector('.indicator-what')?.textContent ?? '';
    return { element, group, feeds: feeds.split(' '), mark, figures, words: wordsOf(`${read} ${words}`) };
  });
}

const select = (root: ParentNode, name: string) =>
  root.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
const search = (root: ParentNode) => root.querySelector<HTMLInputElement>('input[type="search"]');

/** What the controls say now. */
export function chosenIn(root: ParentNode): Narrowing {
  const find = search(root)?.value.trim() ?? '';
  const chosen = CHOICES.flatMap((name) => {
    const value = select(root, name)?.value ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(chosen), ...(find === '' ? {} : { find }) };
}

/** Makes the controls say what an address asks for. */
export function choose(root: ParentNode, narrowing: Narrowing): void {
  for (const name of CHOICES) {
    const control = select(root, name);
    if (control) control.value = narrowing[name] ?? '';
  }
  const field = search(root);
  if (field && field.value.trim() !== (narrowing.find ?? '')) field.value = narrowing.find ?? '';
}

const counted = (shown: number, all: number): string =>
  shown === all ? `${String(all)} indicators` : `${String(shown)} of ${String(all)} indicators`;

/** Shows what fits and hides the rest; groups with nothing in them too. Says how many are left. */
export function narrow(root: ParentNode, narrowing: Narrowing): void {
  const rows = rowsOf(root);
  for (const row of rows) row.element.hidden = !fits(row, narrowing);
  for (const group of root.querySelectorAll<HTMLElement>('[data-indicator-group]')) {
    const own = rows.filter(({ element }) => group.contains(element));
    const left = own.filter(({ element }) => !element.hidden).length;
    group.hidden = left === 0;
    const count = group.querySelector('[data-group-count]');
    if (count)
      count.textContent = left === own.length ? String(left) : `${String(left)} of ${String(own.length)}`;
  }
  const left = rows.filter(({ element }) => !element.hidden).length;
  const said = root.querySelector('[data-found]');
  const words = counted(left, rows.length);
  if (said && said.textContent !== words) said.textContent = words;
  for (const part of root.querySelectorAll<HTMLElement>('[data-none-found]')) part.hidden = left > 0;
  for (const part of root.querySelectorAll<HTMLElement>('[data-narrowed]'))
    part.hidden = left === rows.length;
}
