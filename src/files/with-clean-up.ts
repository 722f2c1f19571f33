import nodeProcess from 'node:process';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The process, or a double of it in tests. */
export type EndingProcess = Pick<NodeJS.Process, 'on' | 'off' | 'kill' | 'pid' | 'listenerCount'>;

/**
 * Runs a task and then `cleanUp`, once, also if the program ends before the task does. A signal to which nothing else listens
 * ends the program as it would have without the task.
 *
 * @param cleanUp  must not wait for anything
 */
export async function withCleanUp<T>(
  task: () => Promise<T>,
  cleanUp: () => void,
  process: EndingProcess = nodeProcess,
): Promise<T> {
  let isFinished = false;
  const finish = (): void => {
    if (isFinished) return;
    isFinished = true;
    process.off('exit', finish);
    for (const signal of SIGNALS) process.off(signal, end);
    cleanUp();
  };
  const end = (signal: NodeJS.Signals): void => {
    finish();
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  process.on('exit', finish);
  for (const signal of SIGNALS) process.on(signal, end);
  try {
    return await task();
  } finally {
    finish();
  }
}
