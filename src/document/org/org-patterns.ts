/** A headline: its stars, and its text. */
export const HEADLINE = /^(\*+)[ \t]+(.*)$/;
/** A keyword of a file: `#+TITLE: …`. */
export const KEYWORD = /^[ \t]*#\+([\w-]+(?:\[[^\]\n]{0,100}\])?):(.*)$/;
export const COMMENT = /^[ \t]*#(?:[ \t]|$)/;
/** A line that is shown as it is: `: text`. */
export const FIXED = /^[ \t]*:(?:[ \t](.*)|$)/;
export const RULE = /^[ \t]*-{5,}[ \t]*$/;
export const ROW = /^[ \t]*\|/;
/** A table that Emacs draws with its package table.el. */
export const DRAWN_TABLE = /^[ \t]*\+-[-+]*\+[ \t]*$/;
export const NOTE = /^\[fn:([\w-]+)\][ \t]*/;
export const CLOCK = /^[ \t]*CLOCK:/;
export const PLANNING = /^[ \t]*(?:SCHEDULED|DEADLINE|CLOSED):/;
/** An item of a list: its marker, with the blanks around it. A star needs a blank before it, or it is a headline. */
export const ITEM = /^(?:[ \t]*(?:[-+]|(\d{1,9})[.)])|[ \t]+\*)(?:[ \t]+|$)/;

/** True if a line ends the paragraph before it. */
export const interrupts = (line: string): boolean =>
  line.trim() === '' ||
  HEADLINE.test(line) ||
  ITEM.test(line) ||
  ROW.test(line) ||
  COMMENT.test(line) ||
  KEYWORD.test(line) ||
  FIXED.test(line) ||
  RULE.test(line) ||
  NOTE.test(line) ||
  CLOCK.test(line);
