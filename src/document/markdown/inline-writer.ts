import { decodeEntities } from '../../unicode/entities.ts';
import type { LinkKind, Style } from '../document.ts';
import type { Writer } from '../writer/document-writer.ts';
import type { Leaf, PendingLink } from '../writer/leaf-writer.ts';
import { BOLD, CODE, combine, IMAGE, ITALIC, LINK, NOTE, PLAIN, STRIKE } from '../writer/styles.ts';
import { toScript } from '../writer/superscripts.ts';
import { MAX_DEPTH } from './guards.ts';
import { attribute, htmlPieces, mayHide } from './html.ts';
import type { Token } from './lexer.ts';
import { encodeHref, kindOf, pictureName } from './link.ts';
import { HIDDEN, isBlock, MEDIA, STYLED, VOID } from './tags.ts';

/** What text is written with. */
interface State {
  readonly style: Style;
  readonly link: PendingLink | undefined;
  readonly script: 'sup' | 'sub' | undefined;
  readonly hidden: boolean;
}

/** Writes text with its styles and links into a leaf: inline tokens of Markdown, inline HTML, or both. */
export class InlineWriter {
  /** May be replaced: HTML elements go on from one paragraph to the next. */
  leaf: Leaf;
  #state: State;
  /** The HTML elements that are open, and how text was written before them. */
  readonly #open: { readonly name: string; readonly before: State }[] = [];

  /** The first picture without words in the link that is open. */
  #wordless: { readonly link: PendingLink; readonly href: string } | undefined;

  readonly #writer: Writer;

  constructor(writer: Writer, leaf: Leaf, style: Style = PLAIN) {
    this.#writer = writer;
    this.leaf = leaf;
    this.#state = { style, link: undefined, script: undefined, hidden: false };
  }

  /** Adds decoded, untrusted text. */
  text(text: string): void {
    const { style, link, script, hidden } = this.#state;
    if (!hidden) this.leaf.add(script ? toScript(text, script) : text, style, link);
  }

  tokens(tokens: readonly Token[], depth = 0): void {
    const outer = this.#open.length;
    let unclosed: Set<string> | undefined;
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index]!;
      if (token.type === 'html') {
        unclosed ??= new Set();
        if (neverCloses(token.raw, tokens, index, unclosed)) this.text(token.raw);
        else this.#html(token.raw);
      } else this.#token(token, depth);
    }
    // An HTML element left open ends with the Markdown around it.
    this.#unwind(outer);
  }

  #token(token: Token, depth: number): void {
    switch (token.type) {
      case 'text':
        // From `raw`: marked decodes numeric references only, and lets 128–159 through as controls.
        this.text(decodeEntities(token.raw));
        break;
      case 'escape':
        this.text(token.text);
        break;
      case 'em':
        this.#styled(ITALIC, () => this.#nested(token, depth));
        break;
      case 'strong':
        this.#styled(BOLD, () => this.#nested(token, depth));
        break;
      case 'del':
        this.#styled(STRIKE, () => this.#nested(token, depth));
        break;
      case 'codespan':
        this.#styled(CODE, () => this.#verbatim(token.text));
        break;
      case 'br':
        this.#break();
        break;
      case 'link':
        if (token.autolink) this.#linked(token.href, () => this.text(token.text));
        else this.#linked(decodeEntities(token.href), () => this.#nested(token, depth));
        break;
      case 'image':
        this.#image(
          altText(token.tokens as Token[]) || decodeEntities(token.title ?? ''),
          decodeEntities(token.href),
        );
        break;
      case 'wikilink':
        if (token.image) this.#image(decodeEntities(token.text), decodeEntities(token.target));
        else {
          const kind = token.target.startsWith('#') ? 'anchor' : 'article';
          this.#linked(decodeEntities(token.target), () => this.text(decodeEntities(token.text)), kind);
        }
        break;
      case 'footnote':
        this.#note(token.label);
        break;
      case 'inlineNote':
        this.#note(this.#writer.notes.inline(token.text));
        break;
    }
  }

  #note(label: string): void {
    const { text, link } = this.#writer.notes.mention(label);
    const { style, hidden } = this.#state;
    if (!hidden) this.leaf.add(text, combine(style, NOTE), link);
  }

  #html(html: string): void {
    for (const piece of htmlPieces(html)) {
      if (piece.type === 'open') this.open(piece.name, piece.source);
      else if (piece.type === 'close') this.close(piece.name);
      else this.text(piece.text);
    }
  }

  /** Opens the HTML element whose opening tag is `source`. */
  open(name: string, source: string): void {
    this.#writer.name(attribute(source, 'id') ?? (name === 'a' ? attribute(source, 'name') : undefined));
    if (name === 'br' || isBlock(name)) this.#break();
    if (name === 'q') this.text('“');
    if (MEDIA.has(name)) {
      const text = attribute(source, 'alt') || attribute(source, 'title') || '';
      const decorates = name === 'img' && attribute(source, 'alt') === '';
      this.#image(text, attribute(source, 'src') ?? '', decorates);
    }
    if (VOID.has(name) || source.endsWith('/>')) return;
    const before = this.#state;
    this.#open.push({ name, before });
    const style = STYLED.get(name);
    if (style) this.#state = { ...before, style: combine(before.style, style) };
    else if (name === 'sup' || name === 'sub') this.#state = { ...before, script: name };
    else if (name === 'a') this.#state = this.#withLink(attribute(source, 'href') ?? '');
    else if (HIDDEN.has(name)) this.#state = { ...before, hidden: true };
  }

  /** Closes the nearest open HTML element of that name, and all inside it. */
  close(name: string): void {
    const index = this.#open.findLastIndex((element) => element.name === name);
    if (index >= 0) {
      if (name === 'q') this.text('”');
      if (name === 'a') this.#endLink();
      this.#unwind(index);
    }
    if (isBlock(name)) this.#break();
  }

  #unwind(index: number): void {
    const outermost = this.#open[index];
    if (!outermost) return;
    this.#state = outermost.before;
    this.#open.length = index;
  }

  #nested(token: { readonly text: string; readonly tokens: unknown }, depth: number): void {
    if (depth < MAX_DEPTH) this.tokens(token.tokens as Token[], depth + 1);
    else this.text(decodeEntities(token.text));
  }

  #styled(style: Style, write: () => void): void {
    const before = this.#state;
    this.#state = { ...before, style: combine(before.style, style) };
    write();
    this.#state = before;
  }

  #linked(target: string, write: () => void, kind?: LinkKind): void {
    const before = this.#state;
    this.#state = this.#withLink(target, kind);
    write();
    this.#endLink();
    this.#state = before;
  }

  #withLink(target: string, kind?: LinkKind): State {
    const href = encodeHref(target);
    if (!href) return this.#state;
    const style = combine(this.#state.style, LINK);
    return { ...this.#state, style, link: { href, kind: kind ?? kindOf(href) } };
  }

  #verbatim(text: string): void {
    const { style, link, hidden } = this.#state;
    if (!hidden) this.leaf.verbatim(text, style, link);
  }

  #break(): void {
    const { style, link, hidden } = this.#state;
    if (!hidden) this.leaf.break(style, link);
  }

  /**
   * What stands for a picture: its alternative text, else its file's name. Within a link it leads where that does, and
   * shows without a text only where there is nothing else of the link; so does one that is there for its looks, which
   * without a link shows nothing (HTML standard, "a purely decorative image").
   */
  #image(text: string, source: string, decorates = false): void {
    const { style, link, hidden } = this.#state;
    if (hidden) return;
    const href = encodeHref(source);
    const name = text.trim();
    if (name === '' && link) this.#wordless ??= { link, href };
    else if (name !== '' || !decorates) {
      const target = link ?? (href ? { href, kind: 'image' as const } : undefined);
      this.leaf.add(name || pictureName(href), combine(style, IMAGE), target);
    }
  }

  /** At the end of a link: the picture in it, if that is all there is. */
  #endLink(): void {
    const { style, link } = this.#state;
    const picture = this.#wordless;
    this.#wordless = undefined;
    if (picture && picture.link === link && link.index === undefined)
      this.leaf.add(pictureName(picture.href), combine(style, IMAGE), link);
  }
}

/**
 * Whether a tag would hide the text after it and nothing closes it: then it was meant to be read (`the <title> of a
 * page`). `unclosed` keeps the names that nothing closes from here on.
 */
function neverCloses(tag: string, tokens: readonly Token[], index: number, unclosed: Set<string>): boolean {
  const name = /^<([a-z]+)/i.exec(tag)?.[1]?.toLowerCase();
  if (name === undefined || !mayHide(name) || tag.endsWith('/>')) return false;
  const closing = `</${name}`;
  if (!unclosed.has(name)) {
    for (let next = index; next < tokens.length; next++) {
      const { type, raw } = tokens[next]!;
      if (type === 'html' && raw.toLowerCase().includes(closing)) return false;
    }
    unclosed.add(name);
  }
  return true;
}

/** The text of inline tokens without their markup. */
function altText(tokens: readonly Token[], depth = 0): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'html') continue;
    if (token.type === 'br') text += ' ';
    else if (token.type === 'text') text += decodeEntities(token.raw);
    else if ('tokens' in token && token.tokens && depth < MAX_DEPTH)
      text += altText(token.tokens as Token[], depth + 1);
    else text += 'text' in token ? token.text : '';
  }
  return text;
}
