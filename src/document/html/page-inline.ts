import type { Style } from '../document.ts';
import { InlineWriter } from '../markdown/inline-writer.ts';
import { STYLED } from '../markdown/tags.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';
import type { LeafWriter } from '../writer/leaf-writer.ts';
import { BOLD, combine, ITALIC, PLAIN, STRIKE, UNDERLINE } from '../writer/styles.ts';
import type { PageContext } from './page-context.ts';
import { noteLabelOf } from './page-notes.ts';
import { isPixel, sourceOf } from './picture-source.ts';
import { classesOf, type Element, elementsIn, isTag, lineOf, type ParentNode } from './tree.ts';

/** Quotation marks by language, outer and inner. */
const QUOTES: Readonly<Record<string, readonly (readonly [opening: string, closing: string])[]>> = {
  en: [
    ['“', '”'],
    ['‘', '’'],
  ],
  fr: [
    ['«\u00a0', '\u00a0»'],
    ['“', '”'],
  ],
};

/** Writes the inline elements of a page. */
export class PageInline {
  readonly #inline: InlineWriter;
  readonly #writer: DocumentWriter;
  readonly #context: PageContext;
  #quoted = 0;

  constructor(writer: DocumentWriter, context: PageContext) {
    this.#writer = writer;
    this.#context = context;
    this.#inline = new InlineWriter(writer, writer.leaf());
  }

  /** The leaf that has been written; what follows goes into another. The elements that are open stay open. */
  takeLeaf(): LeafWriter {
    const { leaf } = this.#inline;
    this.#inline.leaf = this.#writer.leaf();
    return leaf;
  }

  text(text: string): void {
    this.#inline.text(text);
  }

  /** Adds code, its white space as it is. */
  code(text: string): void {
    this.#inline.code(text);
  }

  break(): void {
    this.#inline.break();
  }

  style(style: Style): () => void {
    this.#inline.style(style);
    return () => this.#inline.endStyle();
  }

  /**
   * Begins an element.
   *
   * @returns how it ends; undefined if what is in it is not to be written
   */
  open(element: Element): (() => void) | undefined {
    const { name, attribs } = element;
    this.#writer.name(attribs.id ?? (name === 'a' || name === 'span' ? attribs.name : undefined));
    switch (name) {
      case 'a':
        return this.#link(element);
      case 'br':
        this.break();
        return undefined;
      case 'q':
        return this.#quote(element);
      case 'sup':
      case 'sub':
        this.#inline.script(name);
        return () => this.#inline.endStyle();
      case 'math':
        return this.#formula(element);
      case 'img':
      case 'picture':
      case 'video':
      case 'audio':
      case 'iframe':
      case 'embed':
        this.#picture(element);
        return undefined;
      default: {
        const style = styleOf(element);
        return style === PLAIN ? () => undefined : this.style(style);
      }
    }
  }

  #link(element: Element): (() => void) | undefined {
    const label = noteLabelOf(element);
    if (label !== undefined && this.#context.notes.has(label)) {
      this.#inline.note(label);
      return undefined;
    }
    const href = this.#context.addresses.resolve(element.attribs.href ?? '');
    if (href === '') return () => undefined;
    this.#inline.link(href);
    return () => this.#inline.endLink();
  }

  /** Writes quotation marks, those of the text around: a page may quote in several languages. */
  #quote({ parent }: Element): () => void {
    const lang = languageOf(parent) ?? this.#context.lang ?? '';
    const [opening, closing] = (QUOTES[lang] ?? QUOTES.en!)[this.#quoted % 2]!;
    this.#quoted++;
    this.text(opening);
    return () => {
      this.#quoted--;
      this.text(closing);
    };
  }

  /** Writes a formula as its source in TeX if it has one, else as the text in it. */
  #formula(math: Element): (() => void) | undefined {
    const source = elementsIn(math).find(
      ({ name, attribs }) => name === 'annotation' && /tex/i.test(attribs.encoding ?? ''),
    );
    const tex = source ? lineOf(source) : (math.attribs.alttext ?? '');
    if (tex === '') return () => undefined;
    this.text(tex);
    return undefined;
  }

  #picture(element: Element): void {
    const inside = elementsIn(element);
    const image = element.name === 'picture' ? inside.find(({ name }) => name === 'img') : element;
    if (!image || isPixel(image.attribs)) return;
    const { alt, title } = image.attribs;
    const text = alt || title || image.attribs['aria-label'] || '';
    if (/ (?:emoji|g-emoji|wp-smiley|twemoji) /.test(classesOf(image))) {
      this.text(text);
      return;
    }
    const address =
      sourceOf(image.attribs) ??
      inside.map(({ attribs }) => sourceOf(attribs)).find((each) => each !== undefined) ??
      '';
    const isFileName = /^\S+\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(text);
    const decorates = image.name === 'img' && alt === '';
    this.#inline.image(isFileName ? '' : text, this.#context.addresses.resolve(address), decorates);
  }
}

/** The primary language that the innermost element around some text declares; undefined if none does. */
function languageOf(innermost: ParentNode | null): string | undefined {
  for (let node = innermost; node && isTag(node); node = node.parent) {
    const lang = node.attribs.lang ?? node.attribs['xml:lang'];
    if (lang) return lang.toLowerCase().split(/[-_]/)[0];
  }
  return undefined;
}

/** The style of an element, by its name and its `style`. */
function styleOf(element: Element): Style {
  const named = STYLED.get(element.name) ?? PLAIN;
  const declarations = element.attribs.style?.split(';') ?? [];
  return declarations.reduce((style, declaration) => combine(style, declaredStyle(declaration)), named);
}

/** The style that a CSS declaration gives, such as `font-weight: bold`. */
function declaredStyle(declaration: string): Style {
  const [property = '', value = ''] = declaration.toLowerCase().split(':', 2);
  switch (property.trim()) {
    case 'font-weight':
      return /^\s*(?:bold|[6-9]00)/.test(value) ? BOLD : PLAIN;
    case 'font-style':
      return value.trim().startsWith('italic') ? ITALIC : PLAIN;
    case 'text-decoration':
    case 'text-decoration-line':
      return combine(
        value.includes('underline') ? UNDERLINE : PLAIN,
        value.includes('line-through') ? STRIKE : PLAIN,
      );
    default:
      return PLAIN;
  }
}
