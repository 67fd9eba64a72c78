import type { HandleClientError } from '@sveltejs/kit';

/** What a reader is told when a page cannot be made. A wrong address is no fault and is not logged. */
export const handleError: HandleClientError = ({ error, status, message }) => {
  if (status === 404) return { message };
  console.error(error);
  return { message: error instanceof Error ? error.message : message };
};
