/** Types for the parts used of the package `marked-terminal`, which has none. */
declare module 'marked-terminal' {
  export default class Renderer {
    constructor(
      options: { tab: number; code: unknown },
      highlight: { ignoreIllegals: boolean; theme: Readonly<Record<string, (text: string) => string>> },
    );
    /** Its options; the colors are chalk functions. */
    readonly o: { readonly strong: { level: 0 | 1 | 2 | 3 } };
    code(code: string, language: string): string;
  }
}
