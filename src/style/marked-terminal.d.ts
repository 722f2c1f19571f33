/** What is used here of the package `marked-terminal`, which has no types of its own. */
declare module 'marked-terminal' {
  export default class Renderer {
    constructor(
      options: { tab: number; code: unknown },
      highlight: { ignoreIllegals: boolean; theme: Readonly<Record<string, (text: string) => string>> },
    );
    /** Its options; the colours among them are chalk's. */
    readonly o: { readonly strong: { level: 0 | 1 | 2 | 3 } };
    code(code: string, language: string): string;
  }
}
