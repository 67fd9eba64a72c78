/** A promise that fails unheard in a worker, such as a file that does not arrive, is an error of that worker. */
const UNHEARD = `
addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  setTimeout(() => { throw event.reason; });
});`;

/**
 * Starts a worker whose script is our own: the only place that may. A worker made from a `blob:` address
 * inherits the page's content security policy, so it cannot reach another host either.
 */
export async function startWorker(scriptAddress: string): Promise<Worker> {
  const response = await fetch(scriptAddress);
  if (!response.ok) throw new Error(`the file ${scriptAddress} could not be fetched (${response.status})`);
  const blob = new Blob([await response.text(), UNHEARD], { type: 'text/javascript' });
  const address = URL.createObjectURL(blob);
  try {
    return new Worker(address);
  } finally {
    // The worker has its script once the constructor returns; the address is kept until the browser has read it.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}
