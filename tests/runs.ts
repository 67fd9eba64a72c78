/** How properties are checked: the same examples on every machine, a hundred of them, or LENS_RUNS (npm run test:long). */
export const RUNS = { numRuns: Number(process.env['LENS_RUNS'] ?? 100), seed: 20_241_031 };
