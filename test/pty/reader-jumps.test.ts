import { expect, it } from 'vitest';
import { openShown } from '../support/orchard.ts';

/** Alt with an arrow key, and Ctrl-i from a terminal that tells it from Tab. */
const [ALT_LEFT, ALT_RIGHT, CTRL_I] = ['\x1b[1;3D', '\x1b[1;3C', '\x1b[105;5u'];

it('goes back and forth through jumps in one article and along links to others', async () => {
  const terminal = await openShown({ columns: 120 });
  terminal.press('Enter', 'Space');
  await terminal.waitFor('Paragraph 20');
  terminal.type('G');
  await terminal.waitFor(/See pears[\s\S]*Read next\n/);
  terminal.type("'");
  await terminal.waitFor(
    (screen) => screen.text.includes('Paragraph 20') && !screen.text.includes('See pears'),
  );
  terminal.type("'");
  await terminal.waitFor('See pears');
  terminal.press('Tab', 'Enter');
  await terminal.waitFor(/│ +A pear is no apple/);
  terminal.shake();
  terminal.press('Ctrl-o');
  await terminal.waitFor('See pears');
  terminal.type(ALT_LEFT);
  await terminal.waitFor(
    (screen) => screen.text.includes('Paragraph 20') && !screen.text.includes('See pears'),
  );
  terminal.type(ALT_LEFT);
  await terminal.waitFor('No earlier jump');
  terminal.type(`${ALT_RIGHT}${CTRL_I}`);
  await terminal.waitFor(/│ +A pear is no apple/);
  terminal.press('Backspace');
  await terminal.waitFor('See pears');
  terminal.type('q');
  await terminal.waitFor('LIST');
  terminal.type('q');
  expect((await terminal.exited).code).toBe(0);
});
