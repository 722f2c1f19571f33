/** The texts in the tag of a component of a site, which shows them; empty without any. */
export interface ComponentText {
  readonly title: string;
  /** A code to copy, or the text of a badge. */
  readonly code: string;
  readonly description: string;
}

/** The texts of a component. @param attributeOf gives the value of an attribute by its name */
export function componentText(attributeOf: (name: string) => string | undefined): ComponentText {
  const first = (...names: readonly string[]): string => names.map(attributeOf).find(Boolean) ?? '';
  return {
    title: first('title', 'label', 'heading', 'summary', 'caption', 'question'),
    code: first('text', 'code', 'command'),
    description: first('description'),
  };
}

/** True if a component shows a picture, if it has the address of one. */
export const isPicture = (name: string): boolean => /image|img|picture|figure|photo/i.test(name);
