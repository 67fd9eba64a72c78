import type { Problem } from '#lib/domain/problem.ts';
import type { Neighbour } from '#lib/domain/register.ts';
import { foldName } from './dfe-columns.ts';
import { type OpenFile, problem } from './dfe-file.ts';

const CLOSENESS: readonly Neighbour['closeness'][] = [
  'Extremely close',
  'Very close',
  'Close',
  'Somewhat close',
  'Not close'
];

export interface Neighbours {
  readonly file: string;
  readonly rows: readonly Neighbour[];
  readonly problems: readonly Problem[];
  /** Authorities named that have no figures in the release. */
  readonly unknown: readonly string[];
}

/**
 * Reads DfE's statistical neighbours (one row an authority, `SN_1` to `SN_10` by three-digit code and `SN_1P` how
 * close). `model` names the year of the model. Authorities that the release does not know are left out and named.
 */
export function readNeighbours(file: OpenFile, areas: ReadonlySet<string>, model: string): Neighbours {
  const headers = file.headers.map(foldName);
  const at = (...names: string[]) => headers.findIndex((header) => names.includes(header));
  const self = at('old la code', 'la code', 'la number', 'code');
  const pairs = Array.from({ length: 20 }, (_, index) => ({
    rank: index + 1,
    code: at(`sn ${index + 1}`, `sn${index + 1}`),
    closeness: at(`sn ${index + 1}p`, `sn${index + 1}p`, `sn ${index + 1} p`)
  })).filter((pair) => pair.code >= 0 && pair.closeness >= 0);
  if (self < 0 || pairs.length === 0) {
    const message =
      'the file is not a list of statistical neighbours: it has no authority code with SN_1 and SN_1P';
    return {
      file: file.name,
      rows: [],
      problems: [problem(file.name, 'not-neighbours', message, NEIGHBOURS_REMEDY)],
      unknown: []
    };
  }
  const problems: Problem[] = [];
  const unknown = new Set<string>();
  const seen = new Set<string>();
  const rows = file.rows.flatMap(({ row, cells }) => {
    const area = areaOf(cells[self]);
    const fail = (message: string, position: number) =>
      problems.push(
        problem(file.name, 'bad-neighbour', message, NEIGHBOURS_REMEDY, {
          row,
          column: file.headers[position] ?? '',
          value: cells[position] ?? ''
        })
      );
    if (area === undefined) {
      fail('the authority has no three-digit code', self);
      return [];
    }
    if (seen.has(area)) fail('the authority is given twice', self);
    seen.add(area);
    if (!areas.has(area)) unknown.add(area);
    const named = new Set<string>();
    return pairs.flatMap(({ rank, code, closeness }): Neighbour[] => {
      const neighbour = areaOf(cells[code]);
      const close = CLOSENESS.find(
        (word) => word.toLowerCase() === (cells[closeness] ?? '').trim().toLowerCase()
      );
      if ((cells[code] ?? '').trim() === '') return [];
      if (neighbour === undefined) fail('the neighbour has no three-digit code', code);
      else if (neighbour === area) fail('the authority is given as its own neighbour', code);
      else if (named.has(neighbour)) fail('the neighbour is given twice for one authority', code);
      else if (!areas.has(neighbour)) unknown.add(neighbour);
      if (neighbour !== undefined) named.add(neighbour);
      if (close === undefined) fail('the closeness is not one of DfE’s five words', closeness);
      if (neighbour === undefined || close === undefined) return [];
      return areas.has(area) && areas.has(neighbour)
        ? [{ area, rank, neighbour, closeness: close, model }]
        : [];
    });
  });
  const byArea = rows.toSorted((a, b) => a.area.localeCompare(b.area, 'en') || a.rank - b.rank);
  return { file: file.name, rows: byArea, problems, unknown: [...unknown].toSorted() };
}

const NEIGHBOURS_REMEDY = 'Give the file of DfE’s statistical neighbours model, saved as CSV';

function areaOf(text: string | undefined): string | undefined {
  const code = (text ?? '').trim();
  return /^\d{3}$/.test(code) ? `la${code}` : undefined;
}
