import type { Input } from './decode.ts';

/**
 * The inputs for keys that go to a place in an article, as options name it: `40g`, `G`, `40%`, `/words` and Enter. They are
 * commands, for the user may have bound these keys to others.
 */
export function startInputs(keys: string): readonly Input[] {
  const [, words] = /^\/(.+)\r$/s.exec(keys) ?? [];
  if (words !== undefined)
    return [
      { kind: 'command', command: 'find' },
      { kind: 'paste', text: words },
      { kind: 'command', command: 'accept' },
    ];
  const [, digits, sign] = /^(\d*)([gG%])$/.exec(keys) ?? [];
  if (sign === undefined) return [];
  const command = ({ g: 'first', G: 'last', '%': 'percent' } as const)[sign as 'g' | 'G' | '%'];
  return [{ kind: 'command', command, count: digits ? Number(digits) : undefined }];
}
