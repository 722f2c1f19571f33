let decoder: typeof import('entities/decode') | undefined;

/**
 * Decodes the character references of HTML in `text` once: `&amp;lt;` becomes `&lt;`. Unknown names stay as they are.
 * The result is untrusted: it may hold control characters.
 *
 * @param loose  also decodes the references that old HTML writes without a semicolon (`&eacute `, `&copy`)
 */
export function decodeEntities(text: string, loose = false): string {
  if (!text.includes('&')) return text;
  return text.replace(loose ? LOOSE : STRICT, (reference) => {
    // `require`, because esbuild runs a module that is imported at every start: many texts do not need this one.
    decoder ??= require('entities/decode') as typeof import('entities/decode');
    return loose ? decoder.decodeHTML(reference) : decoder.decodeHTMLStrict(reference);
  });
}

/** CommonMark takes no longer numbers than these; the package would. */
const STRICT = /&(?:#[xX][0-9a-fA-F]{1,6};|#[0-9]{1,7};|[A-Za-z][A-Za-z0-9]{1,31};)/g;
const LOOSE = /&(?:#[xX][0-9a-fA-F]{1,6};?|#[0-9]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?)/g;
