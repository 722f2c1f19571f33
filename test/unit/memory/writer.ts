/** Run as a separate process: marks articles one after another and reports each save. Arguments: folder, name, count. */
import { openMemory } from '../../../src/memory/memory.ts';

const [directory = '', name = '', count = '0'] = process.argv.slice(2);
const memory = await openMemory({
  directory,
  now: Date.now,
  onProblem: ({ kind }) => process.stdout.write(`problem ${kind}\n`),
});
for (let i = 0; i < Number(count); i++) {
  memory.update(`${name}-${i}`, { read: true, place: { at: i, words: 'x'.repeat(80), progress: 0.5 } });
  await memory.save();
  process.stdout.write(`saved ${i}\n`);
}
