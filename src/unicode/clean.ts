/**
 * The only door for untrusted text. Nothing that passes here can be a control on a terminal: C0 and C1 controls other
 * than tab and newline, DEL, bidi overrides and isolates (Trojan Source, CVE-2021-42574), invisible format
 * characters and tags are taken out; an escape character takes its whole sequence (ECMA-48) along.
 *
 * Kept, because text needs them: ZWJ and variation selectors (emoji), ZWNJ, no-break spaces, U+2060, soft hyphens.
 */
export function clean(text: string): string {
  return SUSPECT.test(text) ? text.replace(SEQUENCE, '').replace(INVISIBLE, '') : text;
}

/** CSI … final, OSC/DCS/SOS/PM/APC … terminator, other two-character escapes; 7-bit and 8-bit forms. */
const SEQUENCE =
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?|\x1b[ -/]*[0-~]?/g;
const INVISIBLE =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2061-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const SUSPECT =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2061-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

/** `clean` for what stands on one line (titles, names, tags): white space becomes single spaces. */
export function cleanLine(text: string): string {
  return clean(text)
    .replace(/[\t\n\v\f\r ]+/g, ' ')
    .trim();
}
