/** Elements of a formula whose text is put together before it is written. */
const GROUPS: ReadonlySet<string> = new Set('sub sup num den deg e rad d nary mr'.split(' '));

/** An element of a formula that is being read. */
interface Group {
  readonly name: string;
  text: string;
  /** The sign of a sum or an integral, and the brackets around a part. */
  sign: string;
  open: string;
  close: string;
}

const TOKEN = /<(\/?)[mw]:(\w+)((?:\s[^<>]*)?)>([^<]*)/g;

/**
 * Puts a run of text in the place of each formula (Office MathML, ISO/IEC 29500-1, part 22) in the XML of a document, which
 * mammoth would leave out: `a^2+b^2`, `1/2`. The prefix `m` is that of Word, LibreOffice and pandoc.
 */
export function withFormulasAsText(xml: string): string {
  if (!xml.includes('<m:oMath')) return xml;
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: tag } of xml.matchAll(/<m:oMath(?:\s[^<>]*)?>|<\/?m:oMathPara(?:\s[^<>]*)?>/g)) {
    if (index < from) continue;
    parts.push(xml.slice(from, index));
    from = index + tag.length;
    if (/^<\/?m:oMathPara/.test(tag)) continue;
    const end = xml.indexOf('</m:oMath>', from);
    if (end < 0) break;
    parts.push(`<w:r><w:t xml:space="preserve">${formulaText(xml.slice(from, end))}</w:t></w:r>`);
    from = end + '</m:oMath>'.length;
  }
  return parts.join('') + xml.slice(from);
}

/** A formula on one line, as XML. */
function formulaText(xml: string): string {
  const groups = [group('')];
  for (const [, slash, name = '', attributes = '', text = ''] of xml.matchAll(TOKEN)) {
    const top = groups.at(-1)!;
    if (name === 't' && slash === '') top.text += text;
    else if (/^(?:chr|begChr|endChr)$/.test(name)) setSign(top, name, attributes);
    else if (!GROUPS.has(name) || attributes.endsWith('/')) continue;
    else if (slash === '') groups.push(group(name));
    else if (groups.length > 1 && top.name === name) {
      groups.pop();
      groups.at(-1)!.text += written(top, groups.at(-1)!.name);
    }
  }
  // An element that is not closed is not lost.
  return groups.map(({ text }) => text).join('');
}

const group = (name: string): Group => ({ name, text: '', sign: '∫', open: '(', close: ')' });

function setSign(top: Group, name: string, attributes: string): void {
  const value = /m:val="([^"]*)"/.exec(attributes)?.[1] ?? '';
  if (name === 'chr' && top.name === 'nary') top.sign = value;
  else if (name === 'begChr') top.open = value;
  else if (name === 'endChr') top.close = value;
}

function written({ name, text, sign, open, close }: Group, parent: string): string {
  const inBrackets = /^(?:.|\d+)$/u.test(text) ? text : `(${text})`;
  switch (name) {
    case 'sub':
      return text && `_${inBrackets}`;
    case 'sup':
      return text && `^${inBrackets}`;
    case 'num':
      return inBrackets;
    case 'den':
      return `/${inBrackets}`;
    case 'deg':
      return text && `[${text}]`;
    case 'rad':
      return `√${inBrackets}`;
    case 'd':
      return `${open}${text}${close}`;
    case 'nary':
      return `${sign}${text}`;
    case 'mr':
      return `${text.trimEnd()}; `;
    default:
      return parent === 'mr' ? `${text} ` : parent === 'nary' ? ` ${text}` : text;
  }
}
