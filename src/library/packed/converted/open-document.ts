import { cleanLine } from '../../../unicode/clean.ts';
import { isoDate } from '../../dates.ts';
import { decode } from '../../decode.ts';
import { languageCode, presentFacts } from '../metadata.ts';
import type { PackedMetadata } from '../unpacker.ts';
import { attributeNamed, elementsNamed, parseXml, textOf } from '../xml.ts';
import { openArchive } from '../zip/archive.ts';

/** Bytes of the largest file of facts that is read, as it is declared. */
const MAX_META = 1024 * 1024;
/** UTF-16 units of the longest fact that is kept. */
const MAX_FACT = 500;

/**
 * The facts that a document says of itself in OpenDocument (part 1, section 4.3), which programs that convert its text lose.
 * None if it is no such document, or damaged.
 */
export function openDocumentMetadata(path: string): PackedMetadata {
  try {
    const archive = openArchive(path);
    if (!archive.has('meta.xml') || archive.sizeOf('meta.xml') > MAX_META) return {};
    return metadataIn(decode(archive.read('meta.xml')!) ?? '');
  } catch {
    return {};
  }
}

function metadataIn(xml: string): PackedMetadata {
  const root = parseXml(xml);
  const facts = (name: string): string[] =>
    elementsNamed(root, name)
      .map((element) => cleanLine(textOf(element)).slice(0, MAX_FACT))
      .filter(Boolean);
  const [title, summary] = [facts('title')[0], facts('description')[0]];
  const author = facts('initial-creator')[0] ?? facts('creator')[0];
  // The day of the text, as pandoc writes it, rather than that on which the file was made.
  const dated = elementsNamed(root, 'user-defined').find((each) => attributeNamed(each, 'name') === 'date');
  const date = isoDate((dated && textOf(dated)) ?? '') ?? isoDate(facts('creation-date')[0] ?? '');
  const lang = languageCode(facts('language')[0]);
  const tags = facts('keyword').flatMap((words) => words.split(/[,;]/).map((tag) => tag.trim()));
  return presentFacts({ title, author, date, lang, summary, tags: tags.filter(Boolean) });
}
