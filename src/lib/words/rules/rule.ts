/** One rule that figures are held to, explained to whoever broke it. */
export interface RuleExplained {
  /** As a problem names it, and as the page can be linked to. */
  readonly id: string;
  /** What is wrong, in a few words. */
  readonly name: string;
  /** `either`: an error in some places and a warning in others. */
  readonly severity: 'error' | 'warning' | 'either';
  readonly means: string;
  readonly example: string;
  readonly todo: string;
}

export interface RuleGroup {
  /** For the address of the group on its page. */
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly rules: readonly RuleExplained[];
}

/** A rule in the order in which it is read. */
export function rule(
  id: string,
  severity: RuleExplained['severity'],
  name: string,
  means: string,
  example: string,
  todo: string
): RuleExplained {
  return { id, severity, name, means, example, todo };
}
