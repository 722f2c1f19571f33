import type { LinkKind, Style } from '../document.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';
import type { LeafWriter, PendingLink } from '../writer/leaf-writer.ts';
import { BOLD, CODE, combine, IMAGE, LINK, NOTE, PLAIN } from '../writer/styles.ts';
import { toScript } from '../writer/superscripts.ts';
import { componentText, isPicture } from './component-text.ts';
import { attribute } from './html.ts';
import type { InlineSink } from './inline-emission.ts';
import { type InlineContext, readInline } from './inline-reader.ts';
import { decodeHref, encodeHref, kindOf, pictureName } from './link.ts';
import { HIDDEN, isBlock, isComponent, isUnknown, MEDIA, STYLED, VOID } from './tags.ts';

/** How text is written at a point of it. */
interface State {
  readonly style: Style;
  readonly link: PendingLink | undefined;
  readonly script: 'sup' | 'sub' | undefined;
  readonly hidden: boolean;
}

/** Writes inline Markdown and inline HTML into a leaf, with styles and links. */
export class InlineWriter implements InlineSink {
  /** Where text goes. May be replaced, as an element of HTML may go on in the next paragraph. */
  leaf: LeafWriter;
  #state: State;
  /** The HTML elements that are open, and how text was written before them. */
  readonly #open: { readonly name: string; readonly before: State }[] = [];

  /** The styles and links of Markdown that are open. */
  readonly #outer: { readonly before: State; readonly open: number }[] = [];

  /** The first picture without a text in the link that is open. */
  #wordless: { readonly link: PendingLink; readonly href: string } | undefined;

  readonly #writer: DocumentWriter;

  constructor(writer: DocumentWriter, leaf: LeafWriter, style: Style = PLAIN) {
    this.#writer = writer;
    this.leaf = leaf;
    this.#state = { style, link: undefined, script: undefined, hidden: false };
  }

  /** Adds decoded, untrusted text. */
  text(text: string): void {
    const { style, link, script, hidden } = this.#state;
    if (!hidden) this.leaf.add(script ? toScript(text, script) : text, style, link);
  }

  /** Writes inline Markdown. An HTML element left open ends with it. */
  markdown(source: string, context: InlineContext): void {
    const outer = this.#open.length;
    readInline(source, context, this);
    this.#unwind(outer);
  }

  code(text: string): void {
    const { style, link, hidden } = this.#state;
    if (!hidden) this.leaf.verbatim(text, combine(style, CODE), link);
  }

  break(): void {
    const { style, link, hidden } = this.#state;
    if (!hidden) this.leaf.break(style, link);
  }

  style(style: Style): void {
    this.#nest();
    this.#state = { ...this.#state, style: combine(this.#state.style, style) };
  }

  endStyle(): void {
    this.#unnest();
  }

  /** Writes what follows above or below the line, up to `endStyle`. */
  script(position: 'sup' | 'sub'): void {
    this.#nest();
    this.#state = { ...this.#state, script: position };
  }

  link(target: string, kind?: LinkKind): void {
    this.#nest();
    this.#state = this.#withLink(target, kind);
  }

  endLink(): void {
    this.#unwind(this.#outer.at(-1)!.open);
    this.#addWordless();
    this.#addAddress();
    this.#unnest();
  }

  note(label: string): void {
    const { text, link } = this.#writer.notes.mention(label);
    const { style, hidden } = this.#state;
    if (!hidden) this.leaf.add(text, combine(style, NOTE), link);
  }

  inlineNote(source: string): void {
    this.note(this.#writer.notes.inline(source));
  }

  /** Opens an element of HTML. @param source its opening tag */
  tag(name: string, source: string): void {
    this.#writer.name(attribute(source, 'id') ?? (name === 'a' ? attribute(source, 'name') : undefined));
    if (showsTexts(name, source)) {
      this.#component(name, source);
      return;
    }
    if (name === 'br' || isBlock(name)) this.break();
    if (name === 'q') this.text('“');
    if (MEDIA.has(name)) {
      const text = attribute(source, 'alt') || attribute(source, 'title') || '';
      const decorates = name === 'img' && attribute(source, 'alt') === '';
      this.image(text, attribute(source, 'src') ?? '', decorates);
    }
    if (VOID.has(name) || source.endsWith('/>')) return;
    this.#open.push({ name, before: this.#state });
    this.#state = this.#inside(name, source);
  }

  /** Writes the texts in the tag of a component of a site, as parts of the line. */
  #component(name: string, source: string): void {
    const picture = isPicture(name) && attribute(source, 'src');
    const { title, code, description } = componentText((key) => attribute(source, key));
    if (picture) this.image(attribute(source, 'alt') || title, picture);
    else {
      const { style, link, hidden } = this.#state;
      if (title && !hidden) this.leaf.add(title, combine(style, BOLD), link);
      if (title && code) this.text(' ');
      this.code(code);
      if (description) this.text(` ${description}`);
      if (title + code + description !== '' && !source.endsWith('/>')) this.text(' ');
    }
    if (!source.endsWith('/>')) this.#open.push({ name, before: this.#state });
  }

  /** How text is written in an element that opens. */
  #inside(name: string, source: string): State {
    const style = STYLED.get(name);
    if (style) return { ...this.#state, style: combine(this.#state.style, style) };
    if (name === 'sup' || name === 'sub') return { ...this.#state, script: name };
    if (name === 'a') return this.#withLink(attribute(source, 'href') ?? '');
    return HIDDEN.has(name) ? { ...this.#state, hidden: true } : this.#state;
  }

  /** Closes the nearest open element of HTML with this name, and all elements in it. */
  endTag(name: string): void {
    const index = this.#open.findLastIndex((element) => element.name === name);
    if (index >= 0) {
      if (name === 'q') this.text('”');
      if (name === 'a') this.#addWordless();
      this.#unwind(index);
    }
    if (isBlock(name)) this.break();
  }

  #unwind(index: number): void {
    const outermost = this.#open[index];
    if (!outermost) return;
    this.#state = outermost.before;
    this.#open.length = index;
  }

  /** Begins a part whose state, and whose open elements, end with it. */
  #nest(): void {
    this.#outer.push({ before: this.#state, open: this.#open.length });
  }

  #unnest(): void {
    const { before, open } = this.#outer.pop()!;
    if (this.#open.length > open) this.#open.length = open;
    this.#state = before;
  }

  #withLink(target: string, kind?: LinkKind): State {
    const href = encodeHref(target);
    if (!href) return this.#state;
    const style = combine(this.#state.style, LINK);
    return { ...this.#state, style, link: { href, kind: kind ?? kindOf(href) } };
  }

  /**
   * Writes a picture as its alternative text, else as the name of its file. In a link, which it then belongs to, a picture
   * without a text is written only if the link has nothing else; a decorative one (HTML standard, "a purely decorative
   * image") only there.
   */
  image(text: string, source: string, decorates = false): void {
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

  /** At the end of a link without words, writes its address; not that of a heading, which generators put after it. */
  #addAddress(): void {
    const { style, link, hidden } = this.#state;
    if (hidden || !link || link.index !== undefined || link.href.includes('#')) return;
    if (link.kind === 'web' || link.kind === 'article') this.leaf.add(decodeHref(link.href), style, link);
  }

  /** At the end of a link, writes the picture in it if there is nothing else in it. */
  #addWordless(): void {
    const { style, link } = this.#state;
    const picture = this.#wordless;
    this.#wordless = undefined;
    if (picture && picture.link === link && link.index === undefined)
      this.leaf.add(pictureName(picture.href), combine(style, IMAGE), link);
  }
}

/** True if a tag is that of a component of a site, and not of an element of HTML in capitals (`<Br>`). */
const showsTexts = (name: string, source: string): boolean =>
  isComponent(source) && (isUnknown(name) || (source.endsWith('/>') && !VOID.has(name) && !MEDIA.has(name)));
