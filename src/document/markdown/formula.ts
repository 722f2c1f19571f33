/**
 * A formula between dollar signs as code, its signs taken off. What has nothing of a formula in it was the price of
 * something, and stays.
 */
export function formula(matched: string): string {
  const inner = matched.replace(/^\$+|\$+$/g, '').trim();
  return /[\\^_{}]/.test(inner) && !/\]\(|`/.test(inner) ? `\`${inner}\`` : matched;
}

/** A formula that stands by itself, as a block of code. */
export const displayed = (inner: string): string =>
  `<pre>${inner.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
