import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface WebServer {
  /** The address of a path on it. */
  readonly at: (path: string) => string;
  /** Ends it, so that nothing answers any more. */
  readonly close: () => Promise<void>;
}

/** Starts a server on loopback, for the length of a test. */
export async function webServer(answer: RequestListener): Promise<WebServer> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(close);
  return { at: (path) => `http://127.0.0.1:${port}${path}`, close };
}
