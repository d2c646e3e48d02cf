import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** `infra/local/start.ts` as a process of its own. */
export interface LocalHostProcess {
  /** `http://localhost:<port>`, once it is ready. Fails with the output when it ends before. */
  readonly ready: Promise<string>;
  /** Settles with the exit code. */
  readonly ended: Promise<number | null>;
  readonly child: ChildProcess;
  /** Everything it has written so far. */
  output(): string;
  /** Stops it as Ctrl-C does, and waits for its end. */
  stop(): Promise<number | null>;
}

/** Starts the local host as `npm start` does; `PORT=0` is any free port. */
export function startLocalHostProcess({
  values = [],
  environment = {},
}: {
  values?: readonly string[];
  environment?: Readonly<Record<string, string>>;
} = {}): LocalHostProcess {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../infra/local/start.ts'), ...values],
    {
      env: { ...withoutSettings(process.env), PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  const ready = new Promise<string>((resolve, reject) => {
    const read = (text: string) => {
      output += text;
      const url = /^Ready at (http:\/\/localhost:\d+)/m.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    void ended.then((code) => reject(new Error(`The local host ended with ${code}:\n${output}`)));
  });
  // A test that only waits for the end does not handle this failure.
  ready.catch(() => undefined);
  return {
    ready,
    ended,
    child,
    output: () => output,
    stop() {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** The environment of the tests, without the variables that choose storage and keys. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const settings = new Set(['ERROR_LOG', 'ERROR_LOG__tableServiceUri', 'LOCAL_KEYS']);
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !settings.has(name)));
}
