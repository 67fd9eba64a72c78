const GONE = new Set(['EPIPE', 'ERR_STREAM_DESTROYED']);

/**
 * Lets a command go on to its end where nobody reads what it prints any more, as after `| head -1`: what it writes into
 * files is whole, and its exit code is true. Any other fault of the streams is thrown as before.
 *
 * @param {readonly import('node:events').EventEmitter[]} streams
 */
export function bearClosedPipes(streams = [process.stdout, process.stderr]) {
  for (const stream of streams)
    stream.on('error', (error) => {
      if (!GONE.has(error.code)) throw error;
    });
}
