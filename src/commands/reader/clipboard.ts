import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Variables } from '../environment.ts';

/** Where a text was copied to by a program. */
export type CopyTarget = 'clipboard' | 'tmux' | 'screen';

/** Milliseconds after which a program is given up, such as one whose display is gone. */
const PATIENCE = 1_500;

interface Way {
  readonly target: CopyTarget;
  readonly command: readonly [string, ...string[]];
  /** True if the program takes the name of a file after its arguments, rather than the text itself. */
  readonly byFile?: boolean;
}

/**
 * Copies a text by a program of the system or of the terminal multiplexer, which accept any length and report success, as
 * a terminal does not.
 *
 * @returns where the text is now; undefined if there is no such program, or all have failed
 */
export async function copyByProgram(
  text: string,
  env: Variables,
  platform: NodeJS.Platform,
): Promise<CopyTarget | undefined> {
  for (const way of waysToCopy(env, platform)) if (await copies(way, text)) return way.target;
  return undefined;
}

/** The programs to try, in order. A session without a display of its own, as over SSH, has no clipboard to set. */
export function waysToCopy(env: Variables, platform: NodeJS.Platform): readonly Way[] {
  const ways: Way[] = [];
  if (platform === 'darwin' && !env.SSH_CONNECTION) ways.push({ target: 'clipboard', command: ['pbcopy'] });
  if (env.WAYLAND_DISPLAY) ways.push({ target: 'clipboard', command: ['wl-copy'] });
  if (env.DISPLAY) {
    ways.push({ target: 'clipboard', command: ['xclip', '-selection', 'clipboard', '-in'] });
    ways.push({ target: 'clipboard', command: ['xsel', '--clipboard', '--input'] });
  }
  if (env.TMUX) {
    // With -w (from tmux 3.2 on) the text also goes to the clipboard of the terminal around tmux.
    ways.push({ target: 'tmux', command: ['tmux', 'load-buffer', '-w', '-'] });
    ways.push({ target: 'tmux', command: ['tmux', 'load-buffer', '-'] });
  }
  if (env.STY)
    ways.push({ target: 'screen', command: ['screen', '-S', env.STY, '-X', 'readbuf'], byFile: true });
  return ways;
}

async function copies({ command: [program, ...args], byFile = false }: Way, text: string): Promise<boolean> {
  if (!byFile) return succeeds(program, args, text);
  const folder = await mkdtemp(join(tmpdir(), 'kiosque-'));
  try {
    const file = join(folder, 'copied.txt');
    await writeFile(file, text, { mode: 0o600 });
    return await succeeds(program, [...args, file], '');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function succeeds(program: string, args: readonly string[], input: string): Promise<boolean> {
  return new Promise((resolve) => {
    // Some of them go on in the background to serve the clipboard, so their output must not be waited for.
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'], timeout: PATIENCE });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
