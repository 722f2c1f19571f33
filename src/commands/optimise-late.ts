import { versions } from 'node:process';

/** Bytes of a text from which on it is worth loading `node:v8`. */
const LONG = 50_000;
/**
 * By Node's major version, V8's flag for how long a function runs before it is optimised, and its default. Node 20 counts bytes
 * of bytecode, later ones calls.
 */
const PATIENCE: Readonly<Record<string, readonly [flag: string, usual: number]>> = {
  20: ['--interrupt-budget=', 67_584],
  22: ['--invocation-count-for-turbofan=', 3000],
  24: ['--invocation-count-for-turbofan=', 3000],
};
/** How much longer functions run before they are optimised. */
const LATER = 6;

interface Runtime {
  readonly node: string;
  readonly bun?: string | undefined;
}

/** The flag that was set, at its default. */
let usualFlag: string | undefined;

/**
 * Has V8 optimise functions later if a text is long that is parsed and laid out once. A few hundred functions share that work,
 * and V8 would spend more time on optimising them than they take: 1.36 s of CPU for 0.75 MB of READMEs, and 0.78 s so, while
 * 10 MB take the same either way. To be called after modules are loaded, since V8 takes cached code only under the flags
 * it was compiled with.
 *
 * @param bytes  of the text
 * @param runtime  its versions, as `process.versions` has them
 */
export async function optimiseLate(bytes: number, { node, bun }: Runtime = versions): Promise<void> {
  // V8 prints a complaint about a flag that it does not know.
  const patience = bun === undefined ? PATIENCE[node.split('.')[0]!] : undefined;
  if (bytes < LONG || !patience || usualFlag !== undefined) return;
  const [flag, usual] = patience;
  usualFlag = `${flag}${usual}`;
  await set(`${flag}${usual * LATER}`);
}

/** Has V8 optimise functions as usual: compiled code is cached under the flags with which the next run starts (bin/kiosque.js). */
export async function optimiseAsUsual(): Promise<void> {
  if (usualFlag !== undefined) await set(usualFlag);
  usualFlag = undefined;
}

async function set(flag: string): Promise<void> {
  const { default: v8 } = await import('node:v8');
  v8.setFlagsFromString(flag);
}
