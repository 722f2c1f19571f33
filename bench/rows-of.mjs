// The rows of the benchmark: which are asked for, and how one is printed.

/** The rows that the user names: `npm run bench -- ROW…`; all without a name. */
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

/** True if a row was asked for, by a part of its name. */
export const isWanted = (name) =>
  wanted.length === 0 || wanted.some((part) => name.toLowerCase().includes(part.toLowerCase()));

/**
 * Measures a row that was asked for and prints it. One that fails is reported, and the others still run.
 *
 * @param goal  the largest ratio that is good; undefined for a row that only informs
 * @param measure  returns the ratio, `value`, and what it was made from, `detail`
 */
export async function row(name, goal, measure) {
  if (!isWanted(name)) return;
  try {
    const { value, detail } = await measure();
    const sign = goal === undefined ? ' ' : value <= goal ? '✓' : '✗';
    const limit = goal === undefined ? '' : `goal ≤ ${goal}`;
    console.log(
      `${sign} ${name.padEnd(58)} ${value.toFixed(2).padStart(7)} ×  ${limit.padEnd(11)} (${detail})`,
    );
  } catch (error) {
    console.log(`✗ ${name.padEnd(58)} failed: ${error instanceof Error ? error.message : error}`);
  }
}
