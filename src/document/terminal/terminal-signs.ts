/** A select graphic rendition, or an overstrike: a backspace between two characters. */
const STYLED = /\x1b\[[\d;:]*m|[^\n\x08]\x08+[^\n\x08]/;

/** The first line of a manual page: `LS(1)          User Commands          LS(1)`. */
export const PAGE_HEADER = /^(\S[^()]{0,100}\(\d\w{0,20}\)) {2,}(?:(\S.{0,300}?) {2,})?\1$/;

/** Whether a text is the output of a program for a terminal: styled, or a manual page. */
export const isTerminalOutput = (text: string): boolean => STYLED.test(text) || hasPageHeader(text);

function hasPageHeader(text: string): boolean {
  const start = /\S/.exec(text.slice(0, 100))?.index;
  return (
    start !== undefined &&
    PAGE_HEADER.test(
      text
        .slice(start, start + 600)
        .split('\n', 1)[0]!
        .trimEnd(),
    )
  );
}
