/** Puts a link on the clipboard. False where the browser does not allow it. */
export async function copyLink(link: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(link);
    return true;
  } catch {
    return false;
  }
}

/**
 * Says what became of the link; where it could not be copied, shows it selected so that the reader can. `note` tells for
 * whom it opens, where that is not everybody.
 */
export function sayCopied(
  status: HTMLElement,
  link: string,
  copied: boolean,
  note = 'It opens exactly this view.'
): void {
  if (copied) {
    status.textContent = `Link copied. ${note}`;
    return;
  }
  const label = document.createElement('label');
  label.textContent = 'Copy this link: ';
  const field = document.createElement('input');
  field.readOnly = true;
  field.value = link;
  label.append(field);
  status.replaceChildren(label);
  field.focus();
  field.select();
}
