/** The message of the page, from what is there. */
import { isKnown } from '#lib/domain/cell.ts';
import { agedText, besideCountry, OLDER_FEW, wholePercent } from '#lib/words/age.ts';
import { reasonText } from '#lib/words/absence.ts';
import { number, sentence } from '#lib/words/number.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import type { Statement } from '../model.ts';
import type { AgesAt } from './ages.ts';
import type { Band } from './bands.ts';
import { olderShare } from './older-slot.ts';
import { focusOf, notesAt, type AgePage } from './page.ts';

/** `29 of 144 children on a plan for neglect were aged 7 to 15, or 20%.` */
function partSentence({ counted, share }: AgesAt, band: Band, area?: string): string | undefined {
  const { numerator, denominator } = share(band, area === undefined ? {} : { area });
  if (!isKnown(numerator) || !isKnown(denominator)) return undefined;
  const [n, of] = [numerator.value, denominator.value];
  const percent = shareAs(Math.round(of)) === 'percentage' ? `, or ${wholePercent(n, of)}` : '';
  return `${number(n)} of ${number(of)} ${counted.unit.many} ${counted.said} were ${agedText(band)}${percent}.`;
}

/** A page that holds no figure of neglect alone says so. */
const noNeglect = ({ counted }: AgesAt): string =>
  counted.mark === 'all'
    ? ' That is for every reason: no figure here tells the ages of neglect.'
    : counted.mark === 'includes'
      ? ' That is abuse and neglect together: no figure here tells the ages of neglect alone.'
      : '';

function ofLead(page: AgePage, lead: AgesAt): Statement {
  const { counted } = lead;
  const refs = { mark: counted.mark, notes: notesAt(page, lead, page.country), indicator: counted.indicator };
  const focus = focusOf(lead);
  const part = focus && partSentence(lead, focus);
  if (!focus || part === undefined) {
    const cell = focus ? lead.count(focus) : undefined;
    const why =
      focus && cell && !isKnown(cell) ? `How many were ${agedText(focus)}: ${reasonText(cell.reason)}.` : '';
    const total = lead.count();
    const all = isKnown(total) ? `${number(total.value)} ${counted.unit.many} ${counted.said}.` : '';
    return { text: `${sentence(`${all} ${why}`.trim())}${noNeglect(lead)}`, ...refs };
  }
  const { percent, comparison } = olderShare(page, lead, focus);
  const few = lead.older && comparison?.direction === 'lower' && comparison.certainty !== 'cannotTell';
  const country = percent === undefined ? '' : ` ${besideCountry(page.countryName, percent, comparison)}`;
  const cut = lead.older
    ? ''
    : ` How many were aged 7 to 15 is not ${page.isCountry ? 'published' : 'supplied'}.`;
  return { text: `${part}${country}${few ? ` ${OLDER_FEW}` : cut}${noNeglect(lead)}`, ...refs };
}

export function ageHeadline(page: AgePage): Statement {
  const { lead, country, countryName, context } = page;
  if (lead) return ofLead(page, lead);
  const here = `The ages of children known for neglect in ${context.area.name} are not in these figures: the plan list and the case system hold them.`;
  const focus = country && focusOf(country);
  const part = focus && partSentence(country, focus, context.england.id);
  if (part === undefined) return { text: here };
  return {
    text: `In ${countryName}, ${part} ${here}`,
    mark: country?.counted.mark ?? 'all',
    notes: country ? notesAt(page, country) : []
  };
}
