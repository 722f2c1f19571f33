/** Types for the patterns of the package `hyphen`, which has none. */
declare module 'hyphen/patterns/*.js' {
  const patterns: import('./hyphenate.ts').Patterns;
  export default patterns;
}

declare module 'hyphen' {
  /** Makes a function that inserts soft hyphens into a text. */
  export default function createHyphenator(
    patterns: import('./hyphenate.ts').Patterns,
  ): (text: string) => string;
}
