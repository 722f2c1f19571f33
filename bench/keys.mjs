// The rows of keys, scrolling and peers: what the reader costs on a terminal once it is open.
import { performance } from 'node:perf_hooks';
import { buildPlainInk } from './build.mjs';
import { ratio } from './measure.mjs';
import { isInstalled } from './processes.mjs';
import { compareKeys, firstPaint, KIOSQUE, reading, readingBesideList, settled } from './programs.mjs';
import { row } from './rows-of.mjs';
import { file } from './texts.mjs';

const CTRL_L = '\f';

await row('key to last byte / a bare loop that writes the screen', 3, async () => {
  const bare = await settled(['bench/bare-loop.mjs']);
  const ours = await reading();
  return compareKeys(ours, bare, 40);
});
await row('key to last byte / a plain Ink program', 0.35, async () => {
  const ink = await settled([await buildPlainInk()]);
  const ours = await reading();
  return compareKeys(ours, ink, 40);
});
await row('100 presses in one write / one press', 3, async () => {
  const terminal = await reading();
  // Down in one round and up in the next, as an article has an end; the single press goes the other way.
  const inTurn = (keys, count) => {
    let round = 0;
    return () => terminal.press(keys[round++ % 2].repeat(count));
  };
  try {
    return await ratio(12, inTurn('jk', 100), inTurn('kj', 1));
  } finally {
    await terminal.close();
  }
});
await row('a held key / a core', 0.08, async () => {
  const bare = await settled(['bench/bare-loop.mjs']);
  const ours = await reading();
  const [own, floor] = [await shareOfCore(ours), await shareOfCore(bare)];
  return { value: own, detail: `${percent(own)}; a bare loop ${percent(floor)}` };
});
for (const [where, goal, start] of [
  ['the article fills the window', 0.15, reading],
  ['beside the list', 0.5, readingBesideList],
])
  await row(`bytes a scrolled line, ${where} / the whole screen`, goal, async () => {
    const terminal = await start();
    try {
      const line = await bytesOf(terminal, 'j', 40);
      const screen = await bytesOf(terminal, CTRL_L, 2);
      return { value: line / screen, detail: `${line.toFixed(0)} / ${screen.toFixed(0)} bytes` };
    } finally {
      await terminal.close();
    }
  });
for (const [peer, ...options] of [
  ['less', '-f'],
  ['vim', '-u', 'NONE', '-R'],
  ['w3m', '-T', 'text/plain'],
]) {
  if (!isInstalled(peer)) continue;
  await row(`key to last byte / ${peer}`, undefined, async () => {
    const path = file(100_000);
    return compareKeys(await settled([KIOSQUE, path]), await settled([...options, path], peer), 20);
  });
  await row(`first screen of 10 MB / ${peer}`, undefined, async () => {
    const path = file(10_000_000);
    return ratio(
      5,
      () => firstPaint([path], 'Premier mot'),
      // w3m moves the cursor over blanks instead of writing them.
      () => firstPaint([...options, path], 'Premier', { program: peer }),
    );
  });
}

/** The share of a core that a program takes while a key is held. Closes it. */
async function shareOfCore(terminal) {
  try {
    const [cpu, start] = [terminal.cpu(), performance.now()];
    await terminal.hold('j', 150);
    await terminal.quiet();
    return (terminal.cpu() - cpu) / (performance.now() - start);
  } finally {
    await terminal.close();
  }
}

/** The bytes that a program writes for each of `count` presses of a key. */
async function bytesOf(terminal, key, count) {
  const before = Buffer.byteLength(terminal.output);
  for (let i = 0; i < count; i++) await terminal.press(key);
  return (Buffer.byteLength(terminal.output) - before) / count;
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
