import { AppError } from '../domain/app-error.ts';
import { type Cleanup, isUndoable } from '../domain/cleanups/cleanup.ts';
import { change, type WorkOnCleanupPorts, workOnCleanup } from './work-on-cleanup.ts';

/**
 * Undoes a clean-up. An unfiltered one moves the horizon back. A filtered one removes its flags until `shouldStop` is
 * true; the timer does the rest.
 * @throws {AppError} not-found, already-undone, undo-expired
 */
export async function revertCleanup(
  ports: WorkOnCleanupPorts,
  id: string,
  shouldStop: () => boolean,
): Promise<Cleanup> {
  const now = ports.now();
  const undone = await change(ports, id, (current) => {
    if (current.phase === 'undone' || current.phase === 'undoing')
      throw new AppError('already-undone', `The clean-up ${id} was undone before`);
    if (!isUndoable(current, now)) throw undoExpired(current);
    return { ...current, undoneAt: now, phase: current.kind === 'filtered' ? 'undoing' : 'undone' };
  });
  return undone.phase === 'undoing' ? workOnCleanup(ports, id, shouldStop) : undone;
}

function undoExpired({ undoUntil }: Cleanup): AppError {
  const detail = undoUntil
    ? `It could be undone until ${undoUntil.toISOString()}`
    : 'Entries removed by retention cannot be restored';
  return new AppError('undo-expired', detail);
}
