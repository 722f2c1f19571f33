/** What Markdown would take for its own in a formula. */
const MARKUP = /[\\`*_<>[\]~|&!]/g;

/**
 * A formula between dollar signs, written so that Markdown leaves it alone. What has no sign of a formula in it was the
 * price of something, and stays.
 */
export function formula(matched: string): string {
  return /[\\^_{}]/.test(matched) && !/\]\(|`/.test(matched) ? matched.replace(MARKUP, '\\$&') : matched;
}
