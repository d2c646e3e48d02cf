import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { ApiFailure } from '../api/api-failure.ts';
import { call } from '../api/call.ts';
import {
  type Cleanup,
  type CleanupRequest,
  continueCleanup,
  getCleanup,
  startCleanup,
  undoCleanup,
} from '../api/generated-client.ts';
import { useToasts } from '../decisions/toasts.tsx';
import { releaseRows } from '../list/release-rows.ts';
import { useTexts } from '../messages/use-texts.ts';
import { announce } from '../shell/announce.ts';
import { failureTitle } from '../states/failure-title.ts';
import { cleanupRuns } from './cleanup-runs.ts';
import { followCleanup } from './follow-cleanup.ts';
import { firstProgress, type Progress, progressAfter, quarterReached } from './progress.ts';

/** The clean-ups that this tab follows. */
export function useCleanupRuns(): ReadonlyMap<string, Progress> {
  return useSyncExternalStore(cleanupRuns.subscribe, cleanupRuns.all);
}

/** Begins, undoes and continues clean-ups. What it began goes on when the caller is gone. */
export function useCleanups() {
  const { t, format } = useTexts();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  return useMemo(() => {
    const failed = (error: unknown) => {
      const failure = error instanceof ApiFailure ? error : undefined;
      toasts.failed(failureTitle(error, t), failure?.detail);
    };
    const finish = async (cleanup: Cleanup) => {
      if (cleanup.undoneAt !== undefined) toasts.done(t.cleanups.broughtBack(cleanup.deleted, format));
      else
        toasts.done(t.cleanups.deleted(cleanup.deleted, format), {
          label: t.undo,
          run: () => void undo(cleanup),
        });
      await queryClient.invalidateQueries();
      // The lists know now.
      cleanupRuns.forget(cleanup.id);
      releaseRows();
    };
    const look = (cleanup: Cleanup) => {
      const now = Date.now();
      const before = cleanupRuns.all().get(cleanup.id) ?? firstProgress(cleanup, undefined, now);
      const after = progressAfter(before, cleanup, now);
      cleanupRuns.set(after);
      const quarter = quarterReached(before, after);
      if (quarter !== undefined) announce(t.cleanups.percent(quarter, format));
      return after;
    };
    /** @param since When something last changed, ms since 1970 */
    const follow = async (cleanup: Cleanup, total: number | undefined, since: number) => {
      const { id } = cleanup;
      cleanupRuns.set(firstProgress(cleanup, total, since));
      const signal = cleanupRuns.beginFollowing(id);
      let seen = cleanup;
      try {
        if (!cleanup.done)
          await followCleanup({
            signal,
            read: async () => (await call(getCleanup(id))).data,
            onLook: (now) => {
              seen = now;
              return look(now);
            },
          });
        if (signal.aborted) return;
        cleanupRuns.endFollowing(id);
        await finish(seen);
      } catch (error) {
        if (signal.aborted) return;
        cleanupRuns.endFollowing(id);
        cleanupRuns.forget(id);
        failed(error);
      }
    };
    /** Lets a request work on a clean-up, and follows what it leaves to do. */
    const work = async (cleanup: Cleanup, request: () => Promise<Cleanup>) => {
      const { id } = cleanup;
      const before = cleanupRuns.all().get(id) ?? firstProgress(cleanup, undefined, Date.now());
      cleanupRuns.set({ ...before, isWorking: true, isStalled: false });
      try {
        await follow(await request(), before.total, Date.now());
      } catch (error) {
        const now = cleanupRuns.all().get(id);
        if (now) cleanupRuns.set({ ...now, isWorking: false });
        cleanupRuns.forget(id);
        failed(error);
        await queryClient.invalidateQueries({ queryKey: ['cleanups'] });
      }
    };
    const undo = (cleanup: Cleanup) => work(cleanup, async () => (await call(undoCleanup(cleanup.id))).data);
    return {
      /**
       * Begins a clean-up, and follows it.
       * @param total Errors that the preview counted
       * @returns the clean-up once the API has answered
       * @throws {ApiFailure}
       */
      async begin(request: CleanupRequest, total: number): Promise<Cleanup> {
        const { data } = await cleanupRuns.begin(call(startCleanup(request)));
        const cleanup = { ...data, id: data.id ?? '', done: data.done ?? true };
        void follow(cleanup, total, Date.now());
        return cleanup;
      },
      /** Follows a clean-up that was begun elsewhere, unless this tab does already. */
      join(cleanup: Cleanup) {
        if (cleanupRuns.isFollowed(cleanup.id)) return;
        void follow(cleanup, undefined, Date.parse(cleanup.undoneAt ?? cleanup.startedAt));
      },
      undo,
      /** Continues a clean-up that stopped. */
      proceed: (cleanup: Cleanup) =>
        work(cleanup, async () => (await call(continueCleanup(cleanup.id))).data),
      /** Says that something failed, where nothing else shows it. */
      failed,
    };
  }, [format, queryClient, t, toasts]);
}
