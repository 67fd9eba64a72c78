/**
 * One line of the report. With a yardstick the limit is on the ratio of the two; without, on the value itself;
 * without a limit the line is there to be read only.
 *
 * @typedef {object} Measure
 * @property {string} name
 * @property {number} value this product's
 * @property {'ms' | 's' | 'kB' | 'MB' | ''} unit
 * @property {number} [yardstick] in the same unit
 * @property {number} [limit]
 * @property {number} [soon] in the same unit: sooner than this is soon enough, whatever the yardstick takes
 */

/**
 * @param {readonly number[]} values at least one
 * @returns {number} the middle one; of an even number, the mean of the two in the middle
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** @param {Measure} measure what the limit is on */
const judged = ({ value, yardstick }) => (yardstick === undefined ? value : value / yardstick);

/** @param {Measure} measure */
export const isBroken = (measure) =>
  measure.limit !== undefined &&
  !(judged(measure) <= measure.limit) &&
  !(measure.soon !== undefined && measure.value <= measure.soon);

/** @param {number} value @param {string} unit */
const written = (value, unit) => `${value.toFixed(value < 10 || unit === 'kB' ? 1 : 0)} ${unit}`.trim();

/** @param {readonly Measure[]} measures */
export function tableOf(measures) {
  const rows = measures.map((measure) => {
    const { name, value, unit, yardstick, limit, soon } = measure;
    const orSoon = soon === undefined ? '' : ` or ${written(soon, unit)}`;
    const ratio = yardstick === undefined ? undefined : judged(measure).toFixed(2);
    return [
      name,
      written(value, unit),
      yardstick === undefined ? '' : written(yardstick, unit),
      ratio ?? '',
      limit === undefined ? '' : ratio === undefined ? written(limit, unit) : `${limit} ×${orSoon}`,
      limit === undefined ? '' : isBroken(measure) ? 'BROKEN' : 'kept'
    ];
  });
  const all = [['measure', 'this product', 'yardstick', 'ratio', 'limit', 'verdict'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)
        )
        .join('   ')
        .trimEnd()
    )
    .join('\n');
}
