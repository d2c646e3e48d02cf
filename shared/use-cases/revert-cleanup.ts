import { AppError } from '../domain/app-error.ts';
import { type Cleanup, isUndoable } from '../domain/cleanups/cleanup.ts';
import { change, type WorkOnCleanupPorts, workOnCleanup } from './work-on-cleanup.ts';

/**
 * Takes a clean-up back: an unfiltered one by moving the horizon back, a filtered one by taking its flags off for as
 * long as `shouldStop` lets it; the timer does the rest.
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
      throw new AppError('already-undone', `The clean-up ${id} was taken back before`);
    if (!isUndoable(current, now)) throw expired(current);
    return { ...current, undoneAt: now, phase: current.kind === 'filtered' ? 'undoing' : 'undone' };
  });
  return undone.phase === 'undoing' ? workOnCleanup(ports, id, shouldStop) : undone;
}

function expired({ undoUntil }: Cleanup): AppError {
  const detail = undoUntil
    ? `It could be taken back until ${undoUntil.toISOString()}`
    : 'What retention removes cannot be taken back';
  return new AppError('undo-expired', detail);
}
