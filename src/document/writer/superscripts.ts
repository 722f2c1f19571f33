const SIGNS = '0123456789+-−=()n';
const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ';
const SUBSCRIPT = '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ';

/** `text` in superscript or subscript characters (`²`, `₂`); unchanged if Unicode lacks any of them (`er`). */
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
