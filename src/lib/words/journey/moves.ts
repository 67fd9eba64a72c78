/** Movements between tiers of help, in words. */
import { lowerFirst, number } from '../number.ts';

/** `from a child protection plan to a child in need plan`, `from early help to a child in need plan`. */
export function betweenText(from: string, to: string): string {
  return `from ${tierText(from)} to ${tierText(to)}`;
}

/** A plan is one thing; help is not: `a child in need plan`, `early help`. */
export function tierText(name: string): string {
  const said = lowerFirst(name);
  return / plan$/.test(said) ? `a ${said}` : said;
}

/** `345 from a child protection plan to a child in need plan`, `none from …`. */
export function moveText(count: number, from: string, to: string): string {
  return `${count === 0 ? 'none' : number(count)} ${betweenText(from, to)}`;
}

/** `Children stepped down: 345 from …, and 48 from ….` */
export function wayText(up: boolean, moves: readonly string[]): string {
  const last = moves.at(-1) ?? '';
  const said = moves.length > 1 ? `${moves.slice(0, -1).join('; ')}; and ${last}` : last;
  return `${up ? 'Stepping up to more help' : 'Stepping down to less help'}: ${said}.`;
}

/** `For every child who stepped up from a child in need plan to a child protection plan, about 16 stepped down.` */
export function backText(up: number, down: number, from: string, to: string): string | undefined {
  if (up === 0 || down === 0) return undefined;
  const between = betweenText(from, to);
  const [more, fewer] = down >= up ? ['down', 'up'] : ['up', 'down'];
  const ratio = Math.max(up, down) / Math.min(up, down);
  if (ratio < 1.5) return `About as many stepped up ${between} as stepped down again.`;
  const times = ratio < 10 ? number(ratio, 1) : number(ratio);
  return `For every child who stepped ${fewer} ${fewer === 'up' ? between : betweenText(to, from)}, ${times} stepped ${more}.`;
}
