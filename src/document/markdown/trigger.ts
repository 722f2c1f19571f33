/** A condition for a rule: characters that its matches hold, which are found fast, and a pattern that is more exact. */
export type Trigger = readonly [signs: string, pattern: RegExp];

/** True if any trigger fires in a source. Most sources fire none, and skip the rewriting that the triggers guard. */
export const isTriggered = (source: string, triggers: readonly Trigger[]): boolean =>
  triggers.some(([signs, pattern]) => source.includes(signs) && pattern.test(source));
