// Written for any Node that knows modules, so that an old one reads the sentence and not a syntax error.

/**
 * Why this Node cannot run the project, as one plain sentence, or '' where it can.
 * Vite 8 needs 20.19 or later, 22.12 or later, or any later line.
 *
 * @param {string} version as process.versions.node writes it
 */
export function nodeProblem(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  const fits = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (fits) return '';
  return (
    'Neglect Lens needs Node 20.19 or later (or 22.12 or later); this is Node ' +
    version +
    '. Install a current one from nodejs.org and try again.'
  );
}
