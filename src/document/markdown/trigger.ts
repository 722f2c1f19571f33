/** What a rule needs somewhere in a source: signs, which are found fast, and more closely a pattern. */
export type Trigger = readonly [signs: string, pattern: RegExp];

/** Whether a source has something of what a rule is for: most sources have not, and are not to wait for it. */
export const isTriggered = (source: string, triggers: readonly Trigger[]): boolean =>
  triggers.some(([signs, pattern]) => source.includes(signs) && pattern.test(source));
