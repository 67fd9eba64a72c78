import type { ClientInit, HandleClientError } from '@sveltejs/kit';

/** A delivered page is painted before it is taken over. The timer is for a tab out of sight, which is never painted. */
export const init: ClientInit = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 200);
  });

/** What a reader is told when a page cannot be made. A wrong address is no fault and is not logged. */
export const handleError: HandleClientError = ({ error, status, message }) => {
  if (status === 404) return { message };
  console.error(error);
  return { message: error instanceof Error ? error.message : message };
};
