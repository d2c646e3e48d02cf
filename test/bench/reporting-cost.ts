import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { HttpCaller } from './http-caller.ts';
import type { PartCosts } from './reporting-parts-process.ts';
import { manyReports } from './reports.ts';
import type { Row } from './results.ts';
import type { Scale } from './scale.ts';
import { type Bundles, type RunningVariant, startVariant } from './variant.ts';

const mebibyte = 1024 * 1024;
const warmUps = 4;
const times = 5;
/** Targets: µs of CPU per error, and MiB of heap above idle. */
const limits = { cpuUs: 75, heapMiB: 40 };

/** CPU and memory of reporting many errors in one request, with a storage that costs nothing; and the CPU of each part. */
export async function benchReportingCost(scale: Scale, bundles: Bundles): Promise<Row[]> {
  const stub = fork(join(import.meta.dirname, 'stub-storage-process.ts'));
  try {
    const [port]: number[] = await once(stub, 'message');
    const errorLog = stubAddress(port ?? 0);
    const perError = `${scale.many} per POST, storage stubbed`;
    const first: number[] = [];
    const warm: number[] = [];
    await withDesk(bundles, errorLog, [], async (desk) => {
      for (let time = 0; time < warmUps + times; time++) {
        const costUs = await cpuOfReporting(desk, scale.many, `c${time}`);
        if (time === 0) first.push(costUs);
        if (time >= warmUps) warm.push(costUs);
      }
    });
    const heap = await heapOfReporting(bundles, errorLog, scale.many);
    const parts = await partCosts(errorLog, scale.many);
    return [
      { name: `CPU per error, whole process: ${perError}`, unit: 'µs', values: warm, max: limits.cpuUs },
      { name: 'the same for the first request of a fresh process', unit: 'µs', values: first },
      ...Object.entries(parts).map(([name, values]) => ({ name: `part: ${name}`, unit: 'µs', values })),
      { name: `heap held above idle: ${perError}`, unit: 'MiB', values: heap.live, max: limits.heapMiB },
      { name: 'the same with garbage not yet collected', unit: 'MiB', values: heap.used },
    ];
  } finally {
    const exited = once(stub, 'exit');
    stub.disconnect();
    await exited;
  }
}

function stubAddress(port: number): string {
  const key = Buffer.from('a key that opens nothing').toString('base64');
  return `DefaultEndpointsProtocol=http;AccountName=stub;AccountKey=${key};TableEndpoint=http://127.0.0.1:${port}/stub;`;
}

async function withDesk(
  bundles: Bundles,
  errorLog: string,
  nodeArguments: readonly string[],
  work: (desk: RunningVariant) => Promise<void>,
): Promise<void> {
  const desk = await startVariant('desk', bundles, { errorLog, nodeArguments });
  try {
    await work(desk);
  } finally {
    await desk.close();
  }
}

async function report({ url }: RunningVariant, count: number, series: string): Promise<void> {
  const now = Date.now();
  const body = Buffer.from(JSON.stringify(manyReports(count, now - 3_600_000, now, series)));
  const caller = await HttpCaller.connect(url);
  const answer = await caller.call('POST', '/api/errors', body);
  caller.close();
  const { stored }: { stored?: number } = JSON.parse(answer.body);
  if (stored !== count)
    throw new Error(`Reporting was answered ${answer.status}: ${answer.body.slice(0, 300)}`);
}

async function cpuOfReporting(desk: RunningVariant, count: number, series: string): Promise<number> {
  const before = await desk.ask('usage');
  await report(desk, count, series);
  const after = await desk.ask('usage');
  return (after.cpuUs - before.cpuUs) / count;
}

async function heapOfReporting(bundles: Bundles, errorLog: string, count: number) {
  const live: number[] = [];
  const used: number[] = [];
  await withDesk(bundles, errorLog, ['--expose-gc'], async (desk) => {
    await report(desk, count, 'w');
    for (let time = 0; time < 3; time++) {
      const idle = await desk.ask('watch-heap');
      await report(desk, count, `h${time}`);
      const after = await desk.ask('usage');
      live.push((after.peakHeapLive - idle.heapUsed) / mebibyte);
      used.push((after.peakHeapUsed - idle.heapUsed) / mebibyte);
    }
  });
  return { live, used };
}

async function partCosts(errorLog: string, count: number): Promise<PartCosts> {
  const child = fork(join(import.meta.dirname, 'reporting-parts-process.ts'), [errorLog, String(count)]);
  const exited = once(child, 'exit');
  const [costs]: PartCosts[] = await once(child, 'message');
  await exited;
  if (!costs) throw new Error('The parts were not measured');
  return costs;
}
