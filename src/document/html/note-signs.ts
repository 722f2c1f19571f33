/** Says that a link leads to a note, in EPUB, ARIA and the classes of generators. */
export const REFERENCE_SIGNS =
  /\b(?:noteref|doc-noteref|footnote-?ref(?:erence)?|fnref|sdfootnoteanc|sdendnoteanc|footnote-anchor)\b/;

/** Says that a link leads from a note back to its reference. */
export const BACKLINK_SIGNS =
  /\b(?:doc-backlink|footnote-?back(?:ref|link)?|fn-?backref|reversefootnote|mw-cite-backlink|sdfootnotesym|sdendnotesym)\b/;

/** True if a text is that of a reference to a note: a number, a letter or a sign, in brackets or not. */
export const isShortReference = (text: string): boolean =>
  /^[[(]?(?:note\s)?(?:\d{1,4}|[a-z]{1,2}|[ivxl]{1,6}|[*†‡§‖¶]{1,4})[\])]?$/i.test(text);
