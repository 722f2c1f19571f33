import { labelKey } from './inline-link.ts';

/** ATX headings, and the line above the underline of others; attributes after a heading are none of it. */
const HEADING =
  /^(?: {0,3}#{1,6}[ \t]+([^\n]{1,300}?)|([^\s#>][^\n]{0,300}?)[ \t]*\n(?:=+|-+))(?:[ \t]+\{[^{}\n]{0,200}\})?[ \t]*#*[ \t]*$/gm;

/**
 * The headings of a Markdown source, which may be referred to as if they were defined (Pandoc, MultiMarkdown):
 * `[text][Heading]`, `[Heading][]`. They are looked for at the first question: few sources have such references.
 */
export class HeadingLabels {
  readonly #source: string;
  #labels: ReadonlySet<string> | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  /** Whether a heading reads as `label`, markup included. */
  has(label: string): boolean {
    this.#labels ??= new Set(
      Array.from(this.#source.matchAll(HEADING), ([, marked, underlined]) =>
        labelKey((marked ?? underlined)!),
      ),
    );
    return this.#labels.has(labelKey(label));
  }
}
