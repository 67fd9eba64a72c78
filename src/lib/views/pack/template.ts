/** A pack begun from a template: the same parts, of one area, period and comparison. */
import type { Pack, PackPart, PackTemplate } from '#lib/domain/pack.ts';
import { PLAIN } from '#lib/domain/standing.ts';
import { writePage } from '#lib/selection/agenda.ts';
import type { PackPage } from './page-text.ts';

const AREA = '{area}';

/** `{area}/overview` for `leeds`, 2023, in figures that a reader loaded: `own:leeds/overview?period=2023`. */
function placed(page: string, { own, place }: PackPage): string {
  const rest = page.startsWith(`${AREA}/`) ? page.slice(AREA.length + 1) : page;
  const view = writePage({ own, place: { ...place, view: 'overview' } });
  const [before = '', asked] = view.split('?');
  return `${before.replace(/overview$/, rest)}${asked === undefined ? '' : `?${asked}`}`;
}

function partAt(part: PackPart, at: PackPage): PackPart {
  switch (part.kind) {
    case 'heading':
    case 'text':
      return part;
    case 'figure':
      return { ...part, pin: placed(part.pin, at) };
    default:
      return { ...part, page: placed(part.page, at) };
  }
}

/**
 * The pack that a template begins for an area.
 * Its words are ours, and tell of no figure.
 * @param place area, period and comparison; which view it is of makes no difference
 * @param area what the area is called, for the title
 */
export function packFromTemplate(template: PackTemplate, place: PackPage, area: string): Pack {
  return {
    id: template.id,
    title: `${template.name}: ${area}`,
    occasion: '',
    template: template.id,
    contents: template.contents,
    writtenOn: PLAIN,
    parts: template.parts.map((part) => partAt(part, place))
  };
}
