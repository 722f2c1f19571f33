import { PROSE, type TextKind } from './format-signs.ts';
import { isClosing, isGreeting } from './plain/line-patterns.ts';
import { areWords } from './plain/wrap.ts';
import type { Lines, Sample, SampleLine } from './text-sample.ts';

/** A property of all lines of a text. */
interface Shape {
  readonly kind: TextKind;
  readonly holds: (lines: Lines) => boolean;
  /** The score for it. */
  readonly score: number;
  /** True if a text without it is not of this kind, whatever signs it has. */
  readonly isRequired?: boolean;
}

/** The shapes of texts; for the score, see `format-signs.ts`. */
export const SHAPES: readonly Shape[] = [
  { kind: 'mail', score: 4, holds: hasMailHeaders },
  { kind: 'mail', score: 4, holds: isLetter },
  { kind: 'lines', score: 4, holds: areFields },
  { kind: 'yaml', score: 0.5, holds: isYaml, isRequired: true },
  { kind: 'toml', score: 0, holds: isSettings, isRequired: true },
  { kind: 'ini', score: 0, holds: isSettings, isRequired: true },
  { kind: 'ini', score: 1.5, holds: isCommented },
  { kind: 'diff', score: 0, holds: isDiff, isRequired: true },
];

/** Whether a text is a JSON object or array, or a line of JSON after another; of a text that is cut, its beginning. */
export function isJson({ text, isCut }: Sample): boolean {
  const start = text.trim();
  if (!/^(?:\{\s*["}]|\[\s*["[{\]]|\[\s*\n)/.test(start)) return false;
  if (isCut) return /^[[{\s]{1,40}(?:"[^"\n]*"\s*[:,\]]|[\]}]|-?\d|true|false|null)/.test(start);
  try {
    JSON.parse(start);
    return true;
  } catch {
    const lines = start.split('\n');
    return lines.length > 1 && lines.every((line) => line.trim() === '' || /^(?:\{".*\}|\[.*\])$/.test(line));
  }
}

const HEADER =
  /^(?:from|de|to|à|cc|bcc|date|sent|envoyé|reply-to|subject|objet|message-id|received|return-path|mime-version|in-reply-to|content-type)\s?: ?/i;

/** Whether the first lines, up to a blank one, are headers of a mail. */
function hasMailHeaders(lines: Lines): boolean {
  const end = lines.findIndex(({ apart }, i) => i > 0 && apart);
  const head = lines.slice(0, end < 0 ? lines.length : end);
  return (
    head.filter(({ text }) => HEADER.test(text)).length >= 2 &&
    head.every(({ text }) => HEADER.test(text) || /^\s|^[A-Z][\w-]+: /.test(text))
  );
}

/** Whether a text begins with a greeting and ends with a closing and a signature. */
function isLetter(lines: Lines): boolean {
  const end = lines.slice(-5);
  return lines.length > 3 && isGreeting(lines[0]!.text) && end.some(({ text }) => isClosing(text));
}

/**
 * Whether a text is fields of Debian's control files, in paragraphs that have fields in common, or with the dot that stands
 * for an empty line: neither is YAML.
 */
function areFields(lines: Lines): boolean {
  const names = lines.flatMap(({ text }) => /^([A-Z][\w-]*):(?:\s|$)/.exec(text)?.[1] ?? []);
  const isWhole = lines.every(({ text }) => /^(?:\s|#|[A-Z][\w-]*:(?:\s|$))/.test(text));
  const isApart = lines.some(({ text }) => text === ' .') || new Set(names).size < names.length;
  return isWhole && names.length >= 3 && isApart;
}

const YAML_KEY = /^(?:[^\s:#>|*&!%@`"'{}[\],-][^\s:]*|"[^"]*"|'[^']*'):(?:\s|$)/;

/**
 * Whether all lines that are not indented are keys or items of YAML, with two keys or more. A list below a capitalized
 * word, or of sentences, is text.
 */
function isYaml(lines: Lines): boolean {
  if (areFields(lines)) return false;
  const texts = lines.map(({ text }) => text).filter((text) => !/^(?:#|---|\.\.\.)/.test(text));
  if (!texts.every((text) => /^\s|^-(?:\s|$)/.test(text) || YAML_KEY.test(text))) return false;
  const items = texts.filter((text) => /^-(?:\s|$)/.test(text));
  const keys = texts.filter((text) => YAML_KEY.test(text.replace(/^\s*(?:- +)*/, '')));
  const sentences = items.filter((text) => PROSE.test(text));
  if (items.length === texts.length && (items.length === 1 || sentences.length > items.length / 2))
    return false;
  return keys.length + Math.min(items.length, 1) >= 2 && keys.some((key) => /^[^A-ZÀ-Þ]|:\s+\S/.test(key));
}

/** Whether all lines that are not indented are sections, keys or comments of settings. */
function isSettings(lines: Lines): boolean {
  const texts = lines.map(({ text }) => text).filter((text) => !/^(?:[\s\])}]|\s*[#;])/.test(text));
  const setting = /^\[\[?[^[\]]+\]\]?\s*(?:#.*)?$|^[\w."$/*%-]+(?:\[[^\]]*\])?\s*=/;
  return texts.length >= 2 && texts.every((text) => setting.test(text));
}

/** Whether a text begins as a diff, or many of its lines are changes: text may quote one. */
function isDiff(lines: Lines): boolean {
  const changes = lines.filter(({ text }) => /^(?:[-+@]|diff |index |Index: )/.test(text));
  return (
    /^(?:diff |Index: |--- |\*{3} |@@+ |\d+(?:,\d+)?[acd]\d)/.test(lines[0]!.text) ||
    changes.length >= lines.length * 0.15
  );
}

/** Whether much of a text is comments one below the other; headings of Markdown are apart. */
function isCommented(lines: Lines): boolean {
  const isComment = ({ text }: SampleLine): boolean => /^#(?!#)/.test(text);
  const comments = lines.filter((line, i) => !line.apart && isComment(line) && isComment(lines[i - 1]!));
  return comments.length > lines.length * 0.4;
}

/** Widest column at which a program wraps its lines; verse and addresses are narrower. */
const MAX_WIDTH = 60;
/** Narrowest column at which people wrap prose. */
const MIN_WIDTH = 36;
/** Fewest words of a wrapped line, on average. */
const FEW_WORDS = 4;
/** The beginning of an item, a quotation, speech, a heading, or an underline. */
const MARKED = /^\s*(?:[-*+•>–—#]\s|[-–—][^\s\d]|[=~]{3}|\d{1,3}[.)]\s)/;

/** Whether the lines of a text without marks were not wrapped: verse, addresses, lists of words. */
export function areSeparate(lines: Lines): boolean {
  const widest = Math.max(...lines.map(({ text }) => text.length));
  const below = lines.filter(({ apart }) => !apart).length;
  if (widest > MAX_WIDTH || below < lines.length / 3 || below === 0) return false;
  if (lines.some(({ text }) => MARKED.test(text))) return false;
  if (below === 1) return lines.length === 2 && (areWords(lines) || isBrokenEarly(lines, widest));
  if (widest < MIN_WIDTH) return true;
  const words = lines.flatMap(({ text }) => text.trim().split(/\s+/)).length;
  const capitalized = lines.filter(({ text }) => /^\W*[A-ZÀ-Þ]/.test(text)).length;
  if (words < lines.length * FEW_WORDS || (lines.length > 3 && capitalized >= lines.length * 0.9))
    return true;
  const hadRoom = lines.filter((line, i) => {
    const above = lines[i - 1]?.text ?? '';
    return !line.apart && above.length + 1 + line.text.trim().split(' ', 1)[0]!.length <= widest;
  });
  return hadRoom.length > below * 0.4;
}

/** Share of the width up to which a line has room for more, if it is the only evidence. */
const ROOM = 0.75;

/** True if the second of two lines goes on in lower case although its first word would have fitted above. */
function isBrokenEarly(lines: Lines, widest: number): boolean {
  const [above, below] = lines.map(({ text }) => text.trim()) as [string, string];
  const end = above.length + 1 + below.split(' ', 1)[0]!.length;
  return /^[a-zà-ÿ]/.test(below) && /[^.,;:!?…-]$/.test(above) && end <= widest * ROOM;
}
