/**
 * Kinds of text that are told apart. `prose` is the default; `lines` are lines that belong on their own: verse, an address,
 * a list of words, fields. `page` is a whole page of HTML, `history` the log of a version control system, `roff` the
 * source of a manual page and `manual` its text.
 */
export type TextKind =
  | 'markdown'
  | 'html'
  | 'page'
  | 'org'
  | 'prose'
  | 'mail'
  | 'lines'
  | 'csv'
  | 'tsv'
  | 'json'
  | 'yaml'
  | 'toml'
  | 'ini'
  | 'diff'
  | 'log'
  | 'history'
  | 'listing'
  | 'traceback'
  | 'roff'
  | 'manual'
  | 'shell'
  | 'code';

/** Kinds, marks of Markdown that plain text may have by chance, and HTML that Markdown has too. */
export type SignKind = TextKind | 'mark' | 'markup';

/** Evidence that a text is of a kind: a score of 1 is enough, and the highest counts. */
interface Sign {
  readonly kind: SignKind;
  readonly sign: RegExp;
  /** The score for a match in the text, or, of signs of lines, the score if every line matches. */
  readonly weight: number;
}

/** A sign that is searched for in the whole text. Matches beyond `most` add nothing. */
interface TextSign extends Sign {
  readonly most: number;
  /** Text that every match has: to look for it first is much faster than to try the pattern. */
  readonly needs: string;
}

const sign = (kind: SignKind, weight: number, most: number, needs: string, pattern: RegExp): TextSign => ({
  kind,
  weight,
  most,
  needs,
  sign: pattern,
});

/** Elements of HTML that a text may begin with, and those in its lines. */
const BLOCK =
  'address|article|aside|blockquote|center|details|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|picture|pre|section|summary|t[dhr]|table|tbody|thead|ul|video';
const INLINE =
  'a|abbr|b|br|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|samp|small|source|span|strike|strong|sub|sup|tt|u|var';
const UNSEEN = 'head|title|link|meta|script|style|template|body|html|object|svg|select|canvas';

/** Names of the elements of HTML, as alternatives of a pattern. */
export const ELEMENT_NAMES = `${BLOCK}|${INLINE}|${UNSEEN}`;

/** Elements whose content HTML does not show. */
export const HIDDEN = /<(?:script|style|template|svg|head|title|select|object|canvas)\b/i;

/**
 * Beginnings of HTML, the least score of its lines (1.8 if all are HTML), and the most score of Markdown that it may have:
 * a block, any element, or the head of a page.
 */
export const HTML_STARTS = [
  {
    start: new RegExp(`^\\s*(?:<!-- *wp:|(?:<!--[^>]{0,200}-->\\s*)?</?(?:${BLOCK})\\b[^<>]*>)`, 'i'),
    lines: 1,
    most: 1.9,
  },
  { start: new RegExp(`^\\s*</?(?:${BLOCK}|${INLINE})\\b`, 'i'), lines: 1.7, most: 0 },
  { start: /^\s*<(?:link|meta|script|style|template)\b/i, lines: 1, most: Number.POSITIVE_INFINITY },
] as const;

/**
 * Signs of the whole text, less its fenced code and comments. Every quantifier is bounded or stops at the character that
 * it starts with, so that no text takes long.
 */
export const TEXT_SIGNS: readonly TextSign[] = [
  // Links, footnotes, definitions, rows of dashes below a table's header, tasks.
  sign(
    'markdown',
    3,
    2,
    '](',
    /\[[^[\]]{0,200}(?:\[[^[\]]{0,80}\][^[\]]{0,80})?\]\([^()\s]{0,300}(?:[)(]|\s+["'(])/g,
  ),
  sign('markdown', 3, 2, '[^', /(?<=[^\s[(\\'"])\[\^[^\s\]]{1,40}\](?![*+?{])|^\[\^[^\s\]]{1,40}\]:/gm),
  sign('markdown', 3, 2, ']:', /^ {0,3}\[[^[\]\n]{1,100}\]:[ \t]*(?:<|#|\.{0,2}\/|[a-z]+:)\S/gm),
  sign('markdown', 3, 2, '|', /^[ \t]*(?:\|[ \t]*)?(?::?-+:?[ \t]*\|[ \t]*)+(?::?-+:?[ \t]*)?$/gm),
  sign('markdown', 1, 3, '] ', /^[ \t]*(?:[-*+]|\d{1,9}[.)]) \[[ xX/>-]\][ \t]+\S/gm),
  sign('mark', 1, 3, '][', /(?<!\w)\[[^[\]\n]{1,100}\]\[[^[\]\n]{0,100}\]/g),
  sign('mark', 1, 3, '[[', /\[\[(?=[^\s[\]])[^[\]\n]{1,100}\]\]/g),
  // A heading between blank lines: a comment has code right below it.
  sign('markdown', 1, 4, '# ', /(?:^|\n[ \t]*\n)#{1,6} \S.{0,300}(?:\n[ \t]*(?=\n)|\n?$)/g),
  sign('mark', 1, 8, '`', /(?<![\w`\\])`(?=[^\s`])[^`\n]{0,200}(?<=[^\s`])`(?!`)/g),
  sign('mark', 1, 2, '``', /(?<!`)``(?=[^`])[^\n]{1,200}?[^`]``(?![`'])/g),
  sign('mark', 1, 8, '**', /(?<![*\w\\])\*{2,3}(?=[^\s*])[^*\n]{1,300}(?<=[^\s*])\*{2,3}(?!\*)/g),
  sign('mark', 1, 8, '__', /(?<![_\w\\])__(?=[^\s_])[^_\n]{1,300}(?<=[^\s_])__(?![_\w])/g),
  sign('mark', 1, 2, '*', /(?<![*\w\\])\*(?=[\w"'«“(À-\u1fff])[^*\n]{1,200}(?<=[^\s*])\*(?![*\w])/g),
  sign('mark', 1, 2, '_', /(?<![_\w\\/])_(?=[^\s_])[^_\n]{1,200}(?<=[^\s_])_(?![_\w])/g),
  sign('mark', 1, 3, '~~', /(?<![~\w])~~(?=[^\s~])[^~\n]{1,200}~~(?!~)/g),
  sign('mark', 1, 2, '>', /(?:^|\n[ \t]*\n) {0,3}>[ \t]?\S/g),
  sign('mark', 0.5, 2, '\\', /\\[*_[\]`#<>|]/g),
  // Containers, terms with definitions, line blocks; attributes, notes and formulas in a line.
  sign('mark', 1, 3, ':::', /^[ \t]*:{3,}[ \t]*\{?[\w.#:]/gm),
  sign(
    'mark',
    1,
    3,
    '{',
    /^[ \t]*(?:\{%-? *(?:hint|note|tip|warning|danger)\b|\{\{[<%] *(?:admonition|alert|callout|details|expand|hint|notice)\b|\{: ?[.#][\w-]+[^{}\n]{0,200}\}$)/gm,
  ),
  sign(
    'mark',
    1,
    3,
    '\n    ',
    /^(?:!!!|\?\?\?\+?|===!?) +(?:"[^"\n]{1,200}"|[a-z][\w-]*(?: +[\w-]+){0,5}(?: +"[^"\n]{0,200}")?)[ \t]*\n(?:[ \t]*\n)? {4}/gm,
  ),
  sign(
    'mark',
    1,
    3,
    '\n:',
    /(?:^|\n[ \t]*\n)(?:[^\s#>|<:~=$%!{*+-][^\n]{0,39}\n){0,4}[^\s#>|<:~=$%!{*+-][^\n]{0,79}(?<![.,;:!?\s])\n(?:[ \t]*\n)?:[ \t]+\S/g,
  ),
  sign('mark', 1, 2, '| ', /(?:^|\n[ \t]*\n)\| +[^|\s][^|\n]*(?:\n\|[^|\n]*)+(?=\n|$)/g),
  // MDX: a component around text at the margin, which code indents; imports before a heading.
  sign(
    'mark',
    5,
    1,
    '</',
    /^<[A-Z][\w.]{0,80}(?: [^<>\n]{0,300})?>\n(?:[ \t]*\n)?[^\s<{/][^\n{}]*[^\n{}(,;]$/gm,
  ),
  sign('mark', 9, 1, 'import ', /^(?:import [^\n]{0,200}['"];?\s*\n){1,20}\s*#{1,6} \S/g),
  sign('mark', 1, 2, ']{', /\[[^[\]\n]{1,200}\]\{[.#][A-Za-z]/g),
  sign('mark', 1, 2, '^[', /(?<=[\w.,;:!?)»”])\^\[[^[\]\n]{1,300}\]/g),
  sign('mark', 1, 2, '$$', /(?<![\w$])\$\$(?!\$)[^$]{1,600}\$\$(?![\w$])/g),
  sign('markup', 1, 4, '&', /&(?:[a-z]{2,8}\d{0,2}|[A-Z][a-z]{2,7}|#\d{1,6}|#x[\da-f]{1,5});/g),
  sign('markup', 1, 2, '<!--', /<!--(?!\[)/g),
  sign('markup', 0.5, 1, '<', /<(?:https?:\/\/|mailto:)[^<>\s]{1,300}>/g),
  sign('markup', 1, 4, '<', new RegExp(`</?(?:${BLOCK}|${INLINE})(?:\\s[^<>]{0,400})?/?>`, 'gi')),

  sign(
    'page',
    20,
    1,
    '<',
    /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,500}-->\s*)?(?:<!doctype html|<html\b)/gi,
  ),
  // A keyword, or the mode of Emacs, before anything but comments.
  sign(
    'org',
    20,
    1,
    '',
    /^(?:\s|#(?:[ \t][^\n]*)?\n){0,50}(?:#\+(?:title|subtitle|author|date|startup|options|filetags|language|todo|property|begin_[a-z]+)(?::|[ \t\n])|#[^\n]{0,80}-\*- ?(?:mode: ?)?org\b)/gi,
  ),
  sign('code', 9, 1, '<', /^\s*<(?:\?xml\b|svg\b|!DOCTYPE (?!html)|\w+[^>]{0,200}\sxmlns)/g),
  sign(
    'code',
    9,
    1,
    '',
    /^(?:#!|<\?php\b|.{0,80}-\*- ?(?:mode: ?)?(?!(?:mode|outline|text|coding|org|markdown|change-?log)\b)[\w-]+(?::.*)? -\*-|=head1 )/g,
  ),
  sign('shell', 10, 1, '#!', /^#!.*\b(?:ba|da|k|z)?sh\b/g),
  // The first line of Vim's help, whose tags look like emphasis.
  sign('prose', 9, 1, '.txt*', /^\*[\w.-]{1,80}\.txt\*[ \t]/g),
  // The rule of a Makefile with its command.
  sign('code', 0.5, 2, ':', /^[\w.%/-]+:(?: [\w.%/ $()-]*)?\n\t/gm),
  sign('shell', 0.5, 2, '$ ', /^\$ [a-z]/gm),
  sign('diff', 5, 2, '@@', /^@@+ (?:-\d+(?:,\d+)? ){1,8}\+\d+(?:,\d+)? @@/gm),
  // The normal format and that with context.
  sign('diff', 5, 2, '\n', /^\d+(?:,\d+)?[acd]\d+(?:,\d+)?\n[<>](?: |\n)/gm),
  sign('diff', 9, 1, '\n***************', /^\*{3} \S.*\n--- \S.*\n\*{15}$/gm),
  sign('diff', 5, 1, '--', /^(?:diff --git |--- \S.*\n\+\+\+ \S)/gm),
  sign('diff', 0.5, 1, '\n+', /^-(?!-).*\n\+(?!\+)/gm),
  sign('history', 4, 1, 'commit ', /^commit [\da-f]{7,64}\b.*\n(?:(?:Merge|Refs): .*\n)?Author: /gm),
  sign(
    'traceback',
    2,
    1,
    '',
    /^(?:[ \t]*Traceback \(most recent call last\):|Exception in thread "|thread '.*' panicked at|goroutine \d+ \[)/gm,
  ),
  sign('manual', 3, 3, '\b', /([^\s_])\u0008\1|_\u0008\S/g),
  sign('manual', 9, 1, '(', /^\s*([A-Z][\w.:+-]*\(\d\w*\))[ \t]{2,200}\S.*[ \t]{2,200}\1\n/g),
  sign('mail', 2, 1, ':\n>', /^.{0,120}(?:wrote|writes|a écrit)\s?:\s*\n>/gm),
  // The copyright file of a Debian package (DEP-5).
  sign('lines', 9, 1, 'ormat', /^\s*Format(?:-Specification)?: *\S*(?:copyright-?format|\bdep-?5)/gi),
  sign('prose', 4, 1, '; urgency=', /^\S+ \([^)]+\) [\w -]+; urgency=/gm),
  sign('prose', 2, 2, '<', /^\d{4}-\d\d-\d\d {2}\S.*<.*>$/gm),
  sign(
    'code',
    0.5,
    3,
    '',
    /^[ \t]*(?:(?:(?:export|default|async|pub|static|public|private) )*(?:function\*?|def|func|fn|sub|class|struct|enum|interface|impl|trait|module|namespace) +[\w$.:<>]+ *(?:\([^)]{0,300}\)|\{|:$|extends |<|\()|(?:import|from) [\w.{}*, $'"/@-]+(?: from ['"]|;$| import )|import ['"]|#\s*(?:include|define|ifdef|ifndef|endif|pragma)\b|(?:const|let|var) [\w{}[\], $:]+ = |use [\w:]+(?:::|;)|package [\w.]+;?$|(?:SELECT|select) .{1,200}(?:FROM|from) |CREATE (?:TABLE|INDEX|VIEW) |INSERT INTO )/gm,
  ),
];

/** The beginning of an entry in a log: a date with a time, a time with seconds, or a level. */
export const LOGGED =
  /^(?:(?:\S+ )?\[?\d{4}[-/]\d\d[-/]\d\d[T ,]\s?\d\d:\d\d|\[?\d\d:\d\d:\d\d\b|\[\s*\d+\.\d{3,}\]|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |\d{1,3}(?:\.\d{1,3}){3} \S+ \S+ \[|<\d{1,3}>|\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\]?(?::| {1,5}\S))/;

/** A sign of lines; with `doubtful`, it says less of a line with prose on it. */
interface LineSign extends Sign {
  readonly doubtful?: boolean;
}

/** Signs of each line, without its code spans. Of several of a kind the first counts. */
export const LINE_SIGNS: readonly LineSign[] = [
  {
    kind: 'html',
    weight: 1.8,
    sign: new RegExp(
      `^\\s*(?:</?(?:${ELEMENT_NAMES}|[a-z]+-[a-z-]+)\\b|<!--|[\\w-]+="[^"]*")|(?:</?(?:${ELEMENT_NAMES})\\b[^<>]*|--)>$`,
      'i',
    ),
  },
  {
    kind: 'log',
    weight: 1.7,
    sign: LOGGED,
  },
  { kind: 'listing', weight: 1.5, sign: /^(?:[-bcdlps][-rwxsStT]{9}[.+@]?\s+\d+\s+\S|total \d)/ },
  { kind: 'history', weight: 1.2, sign: /^[\da-f]{7,12} (?:\([^)]*\) )?\S/ },
  {
    kind: 'traceback',
    weight: 3,
    sign: /^\s+(?:at (?:.*[(:]\S*:\d+|\S+\(.*\))|File ".*", line \d+|from \S+:\d+:in |\S+\.go:\d+|\d+: \w+::)/,
  },
  { kind: 'roff', weight: 3, sign: /^[.'](?:\\"|[A-Za-z]{1,3}(?:\s|$))/ },
  { kind: 'diff', weight: 0.8, sign: /^[-+](?![-+ ]* \[)/ },
  {
    kind: 'yaml',
    weight: 2.5,
    sign: /^\s*(?:- )*(?:[^\s:#>|*&!%@`"'{}[\],-][^\s:]*|"[^"]{1,80}"|'[^']{1,80}'):(?: +[^\s`].*)?(?<!\\)$/,
  },
  {
    kind: 'toml',
    weight: 2.15,
    sign: /^\s*(?:\[\[?[\w."-]+\]\]?|[\w."-]+\s*=\s*(?:"[^"]*"|'[^']*'|\[.*|\{.*\}|true|false|-?\d[\d._:TZ-]*))\s*(?:#.*)?$/,
  },
  {
    kind: 'ini',
    weight: 2.1,
    doubtful: true,
    sign: /^\s*(?:\[\[?[^[\]]+\]\]?\s*$|[\w.$/*%-]+(?:\[[^\]]*\])?\s*=(?![=>])(?!.*[;{]$))/,
  },
  {
    kind: 'shell',
    weight: 2,
    doubtful: true,
    sign: /^\s*(?:[$%❯] \S|(?:sudo |[A-Z_]+=\S+ )*(?:npm|npx|yarn|pnpm|bun|deno|node|git|cd|apt|apt-get|brew|pip3?|python3?|curl|wget|docker|make|cmake|cargo|go|export|echo|printf|mkdir|rm|cp|mv|ls|cat|tar|scp|ssh|chmod|chown|source|set|unset|alias|systemctl|kubectl|grep|sed|awk|find|test|exec|eval|read|local|shift|exit|return|trap|wc|jq|gem|bundle|rustup|touch|kill|sleep|sort|head|tail)(?: +[-\w./$"'`~@:{(*>|&=+]|$|;)|(?:if|elif|while|until) +(?:\[|test |!|command |\w+ )[^:{]*;? *(?:then|do)?$|for \w+ in .*(?:do)?$|(?:then|do|done|fi|else|esac|;;|case .* in)\b[^.]{0,60}$|\w+ ?\(\) *\{|[A-Za-z_]\w*\+?=(?:\S*|[("'`$].*)$|(?<!^)\|{1,2} \w[^|]*$)|[^`\\]\\$|\|\| (?:exit|true)|>&2$/,
  },
  {
    kind: 'code',
    weight: 2,
    sign: /[{([]$|^\s*[}\])]+[;,.)]*|\);$|\) \{|^\s*(?:\/\/|\/\*|\*\/|@\w+(?:\(|$)|#\s*(?:include|define|if|ifdef|ifndef|endif|else|pragma)\b|[\w.$]+\(.*\)[;,]?$|<\/?[A-Z]\w*(?:\s|>|\/>)|(?:export|import|const|var|def|fn|func|elif|public|private|protected|static|struct|typedef|namespace|impl|pub|async|await|extern|foreach|unless|elsif)\b(?=.*[()[\]{}=:;'"<>,$/*]|\s*\w*$)|[.#][\w-]+(?:[ >:.#]+[\w-]+)*,?$)|=> ?[{(\w]|\)\.\w+[<(]|[\w>]\(\)$|[\w)\]] ?[=!]== ?[\w'"([{!]/,
  },
  {
    kind: 'code',
    weight: 2,
    doubtful: true,
    sign: /(?:[)\]'"`]|(?<!&#?\w{0,9})\w);$|^(?:[^(){};=]{0,25}[(){};=]){12}|^\s*(?:(?:let|function|class|package|from|using|except|finally|try|local|my|use|require|return|if|else|for|while|switch|case|default|break|continue|throw|raise|assert|yield|print|puts|del|pass|end|begin|type|SELECT|INSERT|UPDATE|DELETE|CREATE|FROM|WHERE|GROUP BY|ORDER BY|JOIN|RUN|COPY|WORKDIR|CMD|ENTRYPOINT|ENV)\b(?=.*[()[\]{}=:;'"<>,$/*]|\s*\w*$)|(?:type \w+(?:<[^>]*>)?|self|this|[\w.$[\]'"]+)\s*(?:[-+*/|&]|\|\||\?\?)?=(?!=)\s*\S|['"]?[\w$-]+['"]?: .*[,{[(]$|['"`].*['"`][,)]*$|\(.*\): |\([\w#'-]+ .*\)$)|&&|\|\||(?<!:)::(?=[\w<({*&~])| :: \w|->\w/,
  },
];

/** A comment in code or settings, which says nothing of the kind. */
export const COMMENT =
  /^\s*(?:#(?![!{]|\s*(?:include|define|undef|if|ifn?def|else|elif|endif|pragma)\b)|;|\/\/|--(?!-)|\.\\")/;

const WORD = "[A-Za-zÀ-\u1fff][A-Za-zÀ-\u1fff’'-]*";
/** Four words in a row: prose, in whatever it stands. */
export const PROSE = new RegExp(`(?:^|[\\s("'«“])(?:${WORD},? ){3}[A-Za-zÀ-\u1fff]`);
