import { statfsSync } from 'node:fs';
import { Halt } from './halt.mjs';

const MB = 1_000_000;

/**
 * Stops with a plain sentence where the disk under `folder` has less room than a step needs.
 *
 * @param {string} folder
 * @param {number} needed megabytes
 * @param {string} purpose "install the packages"
 */
export function requireSpace(folder, needed, purpose) {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / MB);
  if (free >= needed) return;
  throw new Halt(
    `There is not enough disk space to ${purpose}: about ${needed} MB are needed and ${free} MB are free in ${folder}. Free some space and run this again.`
  );
}
