import type { Sample } from './text-sample.ts';

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
