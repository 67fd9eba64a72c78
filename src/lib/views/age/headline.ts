/** The message of the page, from what is there. */
import { isKnown } from '#lib/domain/cell.ts';
import { agedText, besideCountry, OLDER_FEW, wholePercent } from '#lib/words/age.ts';
import { NOT_THERE, reasonText } from '#lib/words/absence.ts';
import { number, sentence } from '#lib/words/number.ts';
import { lackOf, wholeOf } from '../lacking.ts';
import type { Statement } from '../model.ts';
import type { AgesAt } from './ages.ts';
import { nearestToOlder } from './bands.ts';
import { agesApart } from './bands-slot.ts';
import { olderShare, partSentence } from './older-share.ts';
import { countryOf, focusOf, notesAt, type AgePage, type Focus } from './page.ts';
import { sidesText } from './sides-slot.ts';

/** A page that holds no figure of neglect alone says so. */
const noNeglect = ({ counted }: AgesAt): string =>
  counted.mark === 'all'
    ? ' That is for every reason: no figure here tells the ages of neglect.'
    : counted.mark === 'includes'
      ? ' That is abuse and neglect together: no figure here tells the ages of neglect alone.'
      : '';

/** The country beside its own past, in the first year that tells. */
function pastText({ context }: AgePage, { ages, band }: Focus): string {
  const first = context.years.find((period) => isKnown(ages.count(band, { period })));
  if (!first || first === context.period) return '';
  const { numerator, denominator } = ages.share(band, { period: first });
  if (!isKnown(numerator) || !isKnown(denominator)) return '';
  const [n, of] = [numerator.value, denominator.value];
  return ` In ${first.id} it was ${number(n)} of ${number(of)}, or ${wholePercent(n, of)}.`;
}

/** The ages at which the rate is clearly apart from the country’s, where older children are not the news. */
function apartText(page: AgePage, lead: AgesAt, few: boolean): string {
  const said = few ? undefined : agesApart(page, lead);
  return said === undefined ? '' : ` ${said}`;
}

function ofLead(page: AgePage, lead: AgesAt): Statement {
  const { older, isCountry, context } = page;
  const { counted } = lead;
  const focus = focusOf(page);
  const part = focus && partSentence(focus);
  const country = focus && countryOf(page, focus.ages, focus.band);
  const refs = { mark: counted.mark, notes: notesAt(page, lead, country), indicator: counted.indicator };
  if (!focus || part === undefined) {
    const cell = focus?.ages.count(focus.band);
    const why =
      focus && cell && !isKnown(cell)
        ? `How many were ${agedText(focus.band)}: ${reasonText(cell.reason)}.`
        : '';
    const total = lead.count();
    const all = isKnown(total) ? `${number(total.value)} ${counted.unit.many} were ${counted.said}.` : '';
    return { text: `${sentence(`${all} ${why}`.trim())}${noNeglect(lead)}`, ...refs };
  }
  const { percent, comparison, few } = olderShare(page, focus.ages, focus.band);
  const beside = percent === undefined ? '' : ` ${besideCountry(page.countryName, percent, comparison)}`;
  const cut = older
    ? ''
    : ` How many were aged 7 to 15 is ${NOT_THERE[isCountry ? lackOf(context) : 'own']}.`;
  return {
    text: `${part}${beside}${isCountry ? pastText(page, focus) : ''}${apartText(page, lead, few)}${older && few ? ` ${OLDER_FEW}` : cut}${noNeglect(lead)}`,
    ...refs
  };
}

/** Why the ages of the area’s own children are not told: of a locality, those of its authority may be. */
function notHere({ context, ages }: AgePage): string {
  const what = `How old the children known for neglect in ${context.area.name} were is ${NOT_THERE[lackOf(context)]}`;
  const whole = wholeOf(context);
  return whole && ages.at(whole.id).length > 0
    ? `${what}. It is for ${whole.name}: see its page.`
    : `${what}: the plan list and the case system hold it.`;
}

export function ageHeadline(page: AgePage): Statement {
  const { lead, countryName, context, ages, country } = page;
  if (lead) return ofLead(page, lead);
  const sides = sidesText(page);
  if (sides) return sides;
  const band = country && nearestToOlder(country.cut);
  const part = country && band && partSentence({ ages: country, band });
  if (!country || !band || part === undefined || ages.at(context.area.id).length > 0)
    return {
      text: `The ages of children known for neglect in ${context.area.name} are not in these figures.`
    };
  return {
    text: `In ${countryName}, ${part}${pastText(page, { ages: country, band })} ${notHere(page)}`,
    mark: country.counted.mark,
    notes: notesAt(page, country)
  };
}
