/** Asks before restricted figures leave the page; focus goes back to what was pressed, unless something else opens. */
import { mount, unmount } from 'svelte';
import AskRestricted from './AskRestricted.svelte';

/** @param button the one that was pressed */
export function askRestricted(button: HTMLElement, onyes: () => void, onclose?: () => void): void {
  let agreed = false;
  const dialog: object = mount(AskRestricted, {
    target: document.body,
    props: {
      onyes: () => (agreed = true),
      onclose: () => {
        void unmount(dialog);
        button.focus();
        if (agreed) onyes();
        onclose?.();
      }
    }
  });
}
