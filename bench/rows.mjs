// The rows shown by the references of the drawing benchmark: a list and a text side by side, as in the reader.
export const ROWS = 40;
const COLUMNS = 120;
const WORDS =
  'un kiosque est un endroit où l’on s’arrête deux minutes et d’où l’on repart avec quelque chose'.split(' ');

export const rowsAt = (top) => Array.from({ length: ROWS }, (_, row) => rowOf(top + row));

function rowOf(number) {
  let text = '';
  for (let i = 0; text.length < COLUMNS - 50; i++) text += `${WORDS[(number * 7 + i * 3) % WORDS.length]} `;
  const list = `${number} `.padEnd(46, 'titre ');
  return `\x1b[1m${list.slice(0, 46)}\x1b[22m \x1b[2m│\x1b[22m ${text.slice(0, COLUMNS - 50)}`;
}
