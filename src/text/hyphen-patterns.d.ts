/** The patterns of the package `hyphen`, which has no types of its own. */
declare module 'hyphen/patterns/*.js' {
  const patterns: import('./hyphenate.ts').Patterns;
  export default patterns;
}

declare module 'hyphen' {
  /** A function that puts soft hyphens into a text. */
  export default function createHyphenator(
    patterns: import('./hyphenate.ts').Patterns,
  ): (text: string) => string;
}
