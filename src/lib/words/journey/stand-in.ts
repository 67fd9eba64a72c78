/** What figures of every reason stand in for, and why neglect alone has nothing beside it. */

/** Nobody publishes them in England; of other nations no more is known than that they are not loaded. */
const nothing = (abroad: boolean) => (abroad ? 'Nothing here is' : 'Nothing is published');

/** `These count every reason. Nothing is published for neglect alone, so they stand in for it.` */
export const standInText = (abroad: boolean): string =>
  `These count every reason. ${nothing(abroad)} for neglect alone, so they stand in for it.`;

/** The same of how long plans last, after another figure of every reason. */
export const durationsText = (abroad: boolean): string =>
  `These too count every reason: how long plans for neglect last is ${abroad ? 'not in these figures' : 'not published'}.`;

/** As the end of a headline of one figure or two. */
export const standInEnd = (one: boolean, abroad: boolean): string =>
  `${one ? 'This counts' : 'Both count'} every reason: ${abroad ? 'nothing here tells' : 'nothing is published of'} how long neglect goes on.`;

/** Why a partnership’s own figures stand alone. */
export const noneBeside = (country: string, abroad: boolean): string =>
  abroad
    ? `There is no ${country} figure here to set beside them.`
    : `Nobody publishes them, so there is no ${country} figure to set beside them.`;
