const SIGNS = '0123456789+-−=()n';
const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ';
const SUBSCRIPT = '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ';

/** Raised or lowered text, where Unicode has all of its characters (`m²`, `H₂O`); else the text as it is (`1er`). */
export function toScript(text: string, position: 'sup' | 'sub'): string {
  const signs = position === 'sup' ? SUPERSCRIPT : SUBSCRIPT;
  let result = '';
  for (const char of text) {
    const index = SIGNS.indexOf(char);
    if (index < 0) return text;
    result += signs[index];
  }
  return result;
}
