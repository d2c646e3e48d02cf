import type { StartTimer } from '../../shared/upstream/time-limit.ts';

/** Timers that end when a test says so, however long that takes. */
export function manualTimers() {
  const running = new Set<() => void>();
  const startTimer: StartTimer = (_, onEnd) => {
    running.add(onEnd);
    return () => running.delete(onEnd);
  };
  return {
    startTimer,
    /** How many timers were started and neither cancelled nor ended. */
    runningCount: () => running.size,
    endAll(): void {
      for (const onEnd of running) onEnd();
      running.clear();
    },
  };
}
