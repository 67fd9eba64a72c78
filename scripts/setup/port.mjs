import { Halt } from './halt.mjs';

/**
 * Listens at `port` or, where that is taken, at the next free one.
 *
 * @param {import('node:http').Server} server
 * @param {number} port 0 lets the system choose
 * @param {string} host
 * @param {number} [tries]
 * @returns {Promise<number>} the port it listens at
 */
export async function listen(server, port, host, tries = 50) {
  for (let candidate = port; candidate < Math.min(port + tries, 65536); candidate++) {
    if (await listens(server, candidate, host)) {
      const bound = server.address();
      return bound !== null && typeof bound === 'object' ? bound.port : candidate;
    }
  }
  throw new Halt(`Every port from ${port} to ${port + tries - 1} is taken. Name another with --port.`);
}

/** @param {import('node:http').Server} server @param {number} port @param {string} host */
function listens(server, port, host) {
  return new Promise((resolve, reject) => {
    const failed = (/** @type {NodeJS.ErrnoException} */ error) => {
      server.off('listening', worked);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    const worked = () => {
      server.off('error', failed);
      resolve(true);
    };
    server.once('error', failed);
    server.once('listening', worked);
    server.listen(port, host);
  });
}
