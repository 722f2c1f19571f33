/** Bytes in which a page must declare its encoding (HTML standard, "prescan a byte stream"). */
const PRESCAN = 1024;

/** The encoding in a `meta` element, or in the declaration of XML. */
const DECLARED =
  /<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w:-]{3,20})|<\?xml[^>]{1,200}?encoding\s*=\s*["']([\w:-]{3,20})/i;

/** Encodings that are decoded without being declared. */
const OWN = /^(?:utf-?8|us-ascii|ascii|iso-?8859-?1|latin-?1|l1|windows-?1252|cp-?1252|x-user-defined)$/i;

/**
 * Decodes a page in the encoding that it declares; undefined if it declares none, one that is unknown, or one that need not
 * be declared.
 *
 * @param cut  true if `bytes` is the beginning of a page, and may end inside a character
 */
export function decodeDeclared(bytes: Buffer, cut: boolean): string | undefined {
  const declared = DECLARED.exec(bytes.toString('latin1', 0, PRESCAN));
  const label = declared?.[1] ?? declared?.[2];
  if (label === undefined || OWN.test(label)) return undefined;
  try {
    return new TextDecoder(label).decode(bytes, { stream: cut });
  } catch {
    return undefined;
  }
}
