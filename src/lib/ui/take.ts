/** Opens what offers a figure for taking away, on delivered pages and on pages drawn here. */
import { mount, unmount } from 'svelte';
import { isoDate } from '#lib/domain/dates.ts';
import { askRestricted } from './ask-restricted.ts';
import TakeFigure from './TakeFigure.svelte';
import { takenFrom } from './taking.ts';

export interface TakeAt {
  /** The address of exactly this figure. */
  readonly link: string;
  readonly linkNote?: string | undefined;
  /** Its figures are only on this machine, so that no citation can name the address. */
  readonly own?: boolean;
}

/** @param button the one that was pressed: focus goes back to it */
export function takeFigure(button: HTMLElement, { link, linkNote, own = false }: TakeAt): void {
  const figure = button.closest('[data-chart], [data-table]');
  if (figure === null) return;
  const taken = takenFrom(figure, own ? undefined : link, isoDate(new Date()));
  const open = () => {
    const dialog: object = mount(TakeFigure, {
      target: document.body,
      props: {
        taken,
        link,
        linkNote,
        onclose: () => {
          void unmount(dialog);
          button.focus();
        }
      }
    });
  };
  if (figure.querySelector('.download-question') === null) open();
  else askRestricted(button, open);
}
