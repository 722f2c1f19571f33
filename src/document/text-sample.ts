/** UTF-16 units of a text by which its format is detected: less than the head of any file holds. */
const LENGTH = 16_000;

/** The beginning of a text. */
export interface Sample {
  readonly text: string;
  /** True if more follows. */
  readonly isCut: boolean;
}

/** The beginning of a text, cut at the end of a line if there is one. */
export function sampleOf(text: string): Sample {
  if (text.length <= LENGTH) return { text, isCut: false };
  return { text: text.slice(0, text.lastIndexOf('\n', LENGTH) + 1 || LENGTH), isCut: true };
}
