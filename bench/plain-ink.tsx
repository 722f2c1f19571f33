// The reference for the drawing benchmark: a plain Ink program that scrolls rows of text, one <Text> each, by a key.
import { Box, render, Text, useInput } from 'ink';
import { useState } from 'react';
import { ROWS, rowsAt } from './rows.mjs';

function App() {
  const [top, setTop] = useState(0);
  useInput(() => setTop((row) => row + 1));
  return (
    <Box flexDirection="column" height={ROWS}>
      {rowsAt(top).map((row) => (
        <Text key={row} wrap="truncate">
          {row}
        </Text>
      ))}
    </Box>
  );
}

render(<App />, { alternateScreen: true });
