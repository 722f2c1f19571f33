// Scores the detection of formats on texts of installed packages, Debian's files, and commands.
// usage: formats [--verbose]
import { formatSamples } from '../test/support/format-samples.ts';
import { scoreOf } from '../test/support/format-score.ts';

const sources = formatSamples();
for (const { name, samples } of sources) console.log(`${String(samples.length).padStart(5)}  ${name}`);
const all = sources.flatMap(({ samples }) => samples);
for (const tuned of [true, false]) {
  const { count, right, table } = scoreOf(all.filter((sample) => sample.tuned === tuned));
  const percent = (100 * right).toFixed(1);
  console.log(`\n${tuned ? 'Tuned on' : 'Held out'}: ${count} texts, ${percent} % read right\n`);
  const rows = table.split('\n');
  // The misses come after the table.
  const misses = rows.findIndex((row, i) => i > 0 && / instead of /.test(row));
  const shown = process.argv.includes('--verbose') || misses < 0 ? rows : rows.slice(0, misses);
  console.log(shown.join('\n'));
}
