/** Which figures behind a text are no longer as they were when it was written. */
import { lowerFirst } from '../number.ts';

interface Resting {
  readonly what: string;
  readonly shown: string;
  readonly when: string;
}

/** Where only its date is new, that is said; else from what to what. */
function movedText(was: Resting, is: Resting): string {
  const shown = (one: Resting) => (was.when === is.when ? one.shown : `${one.shown} (${one.when})`);
  return `${lowerFirst(was.what)}: it was ${shown(was)}, and is ${shown(is)}`;
}

/** Figures of one name are told apart by their order. */
function pairs(was: readonly Resting[], is: readonly Resting[]) {
  const left = [...is];
  const found = was.map((before) => {
    const same = left.findIndex(
      ({ what, shown, when }) => what === before.what && shown === before.shown && when === before.when
    );
    const at = same >= 0 ? same : left.findIndex(({ what }) => what === before.what);
    return { before, after: at >= 0 ? left.splice(at, 1)[0] : undefined };
  });
  return { found, added: left };
}

/** `… have changed since it was written. The neglect tool is used: it was 35.5%, and is 41.0%.` Undefined where none has. */
export function restsChanged(was: readonly Resting[], is: readonly Resting[]): string | undefined {
  const { found, added } = pairs(was, is);
  const moved = found.flatMap(({ before, after }) =>
    after !== undefined && (after.shown !== before.shown || after.when !== before.when)
      ? [movedText(before, after)]
      : []
  );
  const gone = found.flatMap(({ before, after }) => (after === undefined ? [lowerFirst(before.what)] : []));
  const said = [
    ...moved,
    ...(gone.length === 0 ? [] : [`no longer here: ${gone.join('; ')}`]),
    ...(added.length === 0 ? [] : [`new since: ${added.map(({ what }) => lowerFirst(what)).join('; ')}`])
  ];
  if (said.length === 0) return undefined;
  return `Figures that this rests on have changed since it was written. ${said
    .map((text) => text.charAt(0).toUpperCase() + text.slice(1))
    .join('. ')}.`;
}
