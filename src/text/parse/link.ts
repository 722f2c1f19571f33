import type { LinkKind } from '../document.ts';

/**
 * A link's target as ASCII without controls or blanks: everything else is percent-encoded, what is encoded already
 * stays. The target comes decoded of entities and backslashes.
 */
export function encodeHref(href: string): string {
  return encodeURI(href.trim().replace(/\p{Cs}/gu, '\ufffd')).replace(/%25(?=[0-9a-fA-F]{2})/g, '%');
}

/** What an encoded target leads to. */
export function kindOf(href: string): LinkKind {
  if (/^(?:https?:\/\/|mailto:)/i.test(href)) return 'web';
  if (href.startsWith('#')) return 'anchor';
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return 'other';
  return /^[^?#]+\.(?:md|markdown|mdown|mkd|txt|text)(?:[?#]|$)/i.test(href) ? 'article' : 'other';
}

/** What to call a picture that has no alternative text: its file's name. */
export function fileName(href: string): string {
  const name = /([^/\\?#]+)\/*(?:[?#].*)?$/.exec(/^data:/i.test(href) ? '' : href)?.[1] ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
