// The lower bound for the drawing benchmark: a loop that writes the whole screen for each key.
import { rowsAt } from './rows.mjs';

let top = 0;
const draw = () => process.stdout.write(`\x1b[H${rowsAt(top).join('\r\n')}`);
process.stdin.setRawMode(true);
process.stdin.on('data', () => {
  top += 1;
  draw();
});
draw();
