/**
 * Control sequences and invisible characters that an article may hold, by family. They are harmless: in a terminal that
 * obeyed them, each would show a title, a bell, an answer or a mark, which is how the tests would notice.
 */
export interface Vector {
  readonly family: string;
  readonly text: string;
  /** Bytes in place of a text, as Latin-1: they are no valid UTF-8. */
  readonly isBytes?: true;
}

const ESC = '\x1b';
const ST = `${ESC}\\`;
const BEL = '\x07';
const C1_ST = '\x9c';

/** A command in the forms that terminals take: 7-bit and 8-bit, ended by ST, BEL or C1 ST, or not ended. */
const osc = (command: string): string[] => [
  `${ESC}]${command}${BEL}`,
  `${ESC}]${command}${ST}`,
  `\x9d${command}${C1_ST}`,
  `${ESC}]${command}`,
];
const csi = (body: string): string[] => [`${ESC}[${body}`, `\x9b${body}`];
const string = (letter: string, c1: string, body: string): string[] => [
  `${ESC}${letter}${body}${ST}`,
  `${c1}${body}${C1_ST}`,
  `${ESC}${letter}${body}`,
];
const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
const base64 = Buffer.from('injected').toString('base64');
/** Letters spelled in tags, which no screen shows. */
const tags = [...'hello'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');

const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  'C0 controls': range(0, 0x1f).filter((control) => !'\t\n'.includes(control)),
  delete: ['\x7f', 'a\x7f\x7f\x7fb'],
  'C1 controls': range(0x80, 0x9f),
  'two-character sequences': [...'78=>cDEHMNOZ'].map((final) => ESC + final),
  'cursor and erasure': [
    '2J',
    '3J',
    '1;1H',
    '5A',
    '10C',
    '2K',
    '4P',
    '3L',
    '3M',
    '2S',
    '2T',
    '5X',
    '1;5r',
    's',
    '5b',
  ].flatMap(csi),
  styles: ['5m', '8m', '38;2;1;2;3m', '4:3m', '>4;2m'].flatMap(csi),
  'unfinished sequences': [
    ESC,
    `${ESC}[`,
    `${ESC}[12`,
    `${ESC}[1;`,
    '\x9b',
    `${ESC}]`,
    `${ESC}P`,
    '\x90',
    `${ESC}(`,
  ],
  'designations of character sets': [
    `${ESC}(0`,
    `${ESC})0`,
    `${ESC}%G`,
    `${ESC}%@`,
    `${ESC}#8`,
    '\x0e',
    '\x0f',
  ],
  title: ['0;injected', '1;injected', '2;injected', 'l injected']
    .flatMap(osc)
    .concat(csi('22;0t'), csi('21t')),
  hyperlinks: ['8;;https://example.org/', '8;id=a;file:///etc/', '8;;'].flatMap(osc),
  clipboard: [`52;c;${base64}`, '52;c;?', `52;p;${base64}`, '5522;type=read'].flatMap(osc),
  notifications: ['9;injected', '777;notify;a;injected', '99;;injected', '9;4;1;50'].flatMap(osc),
  'iTerm2 commands': [
    '1337;SetMark',
    '1337;ClearScrollback',
    `1337;File=inline=1:${base64}`,
    '1337;RequestAttention=yes',
  ].flatMap(osc),
  colors: ['4;1;?', '4;1;rgb:00/00/00', '10;?', '11;?', '12;?', '104', '110', '17;?'].flatMap(osc),
  'shell integration': ['133;A', '133;D;1', '633;E;injected', '7;file:///injected', '3008;start=a'].flatMap(
    osc,
  ),
  'device control strings': string('P', '\x90', 'injected').concat(string('P', '\x90', '1$r0m')),
  sixel: string('P', '\x90', 'q#0;2;0;0;0#0~~@@-').concat(string('P', '\x90', '0;1;0q~')),
  'ReGIS and soft fonts': [...string('P', '\x90', '0p'), ...string('P', '\x90', '1;1{ @')],
  'graphics of kitty': string('_', '\x9f', `Ga=T,f=24,s=1,v=1;${Buffer.from('abc').toString('base64')}`),
  'application commands': string('_', '\x9f', 'injected'),
  'privacy messages': string('^', '\x9e', 'injected'),
  'start of string': string('X', '\x98', 'injected'),
  queries: ['c', '>c', '=c', '5n', '6n', '?6n', '?15n', '18t', '14t', '?1$p', '?u', '>q', '?2026$p'].flatMap(
    csi,
  ),
  'queries by strings': ['$qm', '$q"p', '+q544e', '+q436f']
    .flatMap((body) => string('P', '\x90', body))
    .concat(`${ESC}Z`),
  'mouse modes': ['?9h', '?1000h', '?1002h', '?1003h', '?1006h', '?1015h', '?1016h'].flatMap(csi),
  'screen modes': [
    '?47h',
    '?1047h',
    '?1049h',
    '?25l',
    '?7l',
    '?5h',
    '?6h',
    '4h',
    '20h',
    '?69h',
    '!p',
    '?2026h',
  ].flatMap(csi),
  'input modes': ['?2004h', '?1004h', '?1h', '?66h', '>1u', '=1u', '?2048h', '?2031h'].flatMap(csi),
  'bracketed paste': [`${ESC}[200~`, `${ESC}[201~`, `${ESC}[201~ls\r${ESC}[200~`],
  'window operations': ['8;10;10t', '2t', '9;1t', '3;0;0t', '4;100;100t'].flatMap(csi),
  'tabs and line ends': [
    '\t'.repeat(40),
    '\x0b\x0b',
    '\x0c',
    '\x85',
    '\u2028',
    '\u2029',
    `${ESC}H`,
    ...csi('3g'),
  ],
  'backspaces and returns': ['\b'.repeat(20), 'visible\rhidden ', '\b \b'.repeat(5), 'a\b\bb', '\r\r\r'],
  bells: [BEL, BEL.repeat(20), `${ESC}${BEL}`, `${ESC}[${BEL}m`],
  'bidirectional controls': [
    ...range(0x202a, 0x202e),
    ...range(0x2066, 0x2069),
    '\u200e',
    '\u200f',
    '\u061c',
  ],
  tags: [tags, `\u{e0001}${tags}\u{e007f}`, '\u{e0020}'],
  'invisible characters': [
    '\u200b',
    '\ufeff',
    '\u00ad\u200b',
    ...range(0x2061, 0x2064),
    ...range(0x206a, 0x206f),
    '\ufff9a\ufffab\ufffb',
    '\u{1d173}',
  ],
  fillers: [
    '\u115f',
    '\u1160',
    '\u3164',
    '\uffa0',
    '\u034f',
    '\u17b4',
    '\u17b5',
    '\u180e',
    '\u2800'.repeat(30),
  ],
  'variation selectors': ['\ufe00', '\ufe0f\ufe0f', '\u180b', '\u180f', '\u{e0100}\u{e0148}\u{e01ef}'],
  'runs of joiners': ['\u200d\u200d\u200c', '\u2060\u2060\u2060', '\u200c\u200d'.repeat(8)],
  'surrogates and noncharacters': [
    '\ud800',
    '\udc00',
    '\udc00\ud800',
    '\ufffe',
    '\uffff',
    '\ufdd0',
    '\u{1fffe}',
    '\u{10ffff}',
  ],
  'nested sequences': [
    `${ESC}[${ESC}[31m`,
    `${ESC}]0;a${ESC}]0;b${BEL}`,
    `${ESC}${ESC}[2J`,
    `\x9b\x9b2J`,
    `${ESC}[3\x001m`,
    `${ESC}]0;${ESC}[2J${BEL}`,
  ],
  'character references': [
    '&#27;[2J',
    '&#x1b;]0;injected&#7;',
    '&#x9b;2J',
    '&#155;6n',
    '&NewLine;&#8;',
    '&#8238;abc',
    '&#xE0041;',
    '&#0;',
    '&#xD800;',
  ],
  'markup of pages': [
    '"><script>injected()</script>',
    "' onload='injected()",
    'javascript:injected()',
    '<img src="a.png" onerror="injected()"/>',
    '</title></style><script>injected()</script>',
    '<a href="javascript:injected()" style="position:fixed">a</a>',
    '&quot;&gt;&lt;script&gt;injected()&lt;/script&gt;',
    '<svg onload="injected()"><a xlink:href="javascript:injected()">a</a></svg>',
  ],
  'percent encodings': ['%1b[2J', '%1B%5D0;injected%07', '%9b6n', '%C2%9b6n', '%E2%80%AE', '%00', '%0d%0a'],
  'escapes of languages': [
    '\\e[2J',
    '\\x1b[2J',
    '\\u001b]0;injected\\u0007',
    '\\033[6n',
    '\\u202e',
    '\\N\\L\\P',
  ],
};

/** Bytes that are no valid UTF-8, as Latin-1. */
const BYTES: Readonly<Record<string, readonly string[]>> = {
  'overlong UTF-8': ['\xc0\x9b[2J', '\xe0\x80\x9b[2J', '\xf0\x80\x80\x9b[2J', '\xc1\x9b2J'],
  'invalid UTF-8': [
    '\x9b2J',
    '\x9d0;injected\x07',
    '\xff\xfe',
    '\xed\xa0\x80',
    '\xf8\x88\x80\x80\x80',
    '\xc2',
    '\xe2\x80',
    '\x90q~\x9c',
  ],
};

export const VECTORS: readonly Vector[] = [
  ...Object.entries(FAMILIES).flatMap(([family, texts]) => texts.map((text): Vector => ({ family, text }))),
  ...Object.entries(BYTES).flatMap(([family, texts]) =>
    texts.map((text): Vector => ({ family, text, isBytes: true })),
  ),
];
