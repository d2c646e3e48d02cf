/** The child process of one app: serves it on the local host, reports its use of the machine, and runs its timer. */
import { subscribe } from 'node:diagnostics_channel';
import { startHost } from '../../infra/local/function-host.ts';

/** Requests to a variant process. */
export type VariantQuestion = 'usage' | 'watch-heap' | 'run-timer' | 'close';

/** What a variant process has used so far: CPU in µs, memory in bytes. Peaks count from the request to watch. */
export interface Usage {
  readonly cpuUs: number;
  readonly heapUsed: number;
  readonly peakHeapUsed: number;
  /** Peak of the heap after garbage collection. */
  readonly peakHeapLive: number;
  /** Peak of the process's resident memory, since its start. */
  readonly peakRss: number;
  /** Requests that the app has sent, each to its storage. */
  readonly storageCalls: number;
}

const [main = '', appFolder = ''] = process.argv.slice(2);
const watchEveryMs = 5;
const host = await startHost({ appFolder, main, port: 0, withoutLocalSettings: true });

let storageCalls = 0;
subscribe('http.client.request.start', () => {
  storageCalls++;
});

let peakHeapUsed = 0;
let peakHeapLive = 0;
let watch: NodeJS.Timeout | undefined;

function look(): void {
  peakHeapUsed = Math.max(peakHeapUsed, process.memoryUsage().heapUsed);
  globalThis.gc?.();
  peakHeapLive = Math.max(peakHeapLive, process.memoryUsage().heapUsed);
}

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return {
    cpuUs: user + system,
    heapUsed: process.memoryUsage().heapUsed,
    peakHeapUsed,
    peakHeapLive,
    peakRss: process.resourceUsage().maxRSS * 1024,
    storageCalls,
  };
}

process.on('message', async (question: VariantQuestion) => {
  if (question === 'close') {
    clearInterval(watch);
    await host.close();
    process.disconnect();
    return;
  }
  if (question === 'watch-heap') {
    globalThis.gc?.();
    peakHeapUsed = peakHeapLive = process.memoryUsage().heapUsed;
    watch ??= setInterval(look, watchEveryMs);
  }
  if (question === 'run-timer') await host.fireTimer('expireErrors');
  process.send?.(usage());
});
process.send?.({ url: host.url });
