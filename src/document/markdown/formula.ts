/**
 * A formula between dollar signs as code, without the signs. Anything that is not plainly a formula keeps them: prices,
 * and variables of a shell.
 */
export function formula(matched: string): string {
  const inner = matched.replace(/^\$+|\$+$/g, '').trim();
  return isFormula(inner) ? `\`${inner}\`` : matched;
}

const isFormula = (text: string): boolean =>
  !/\]\(|`/.test(text) &&
  (/[\\^]|_[{\w]/.test(text) || (PLAIN_FORMULA.test(text) && !/\p{L}{3}/u.test(text)));

/** Letters, digits and operators, with a letter that stands alone; words have three letters in a row. */
const PLAIN_FORMULA = /^(?=.*(?<!\p{L})\p{L}(?!\p{L}))[\p{L}\d\s+\-*/=<>≤≥≠±×·()[\],.'′|!:]+$/u;

/** A formula that stands by itself, as a block of code. */
export const displayed = (inner: string): string =>
  `<pre>${inner.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
