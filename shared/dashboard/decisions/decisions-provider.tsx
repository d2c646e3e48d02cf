import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import { ApiFailure } from '../api/api-failure.ts';
import { call } from '../api/call.ts';
import { decideProblem, type Problem } from '../api/generated-client.ts';
import { problemQuery } from '../api/queries.ts';
import { useTexts } from '../messages/use-texts.ts';
import { announce } from '../shell/announce.ts';
import { useCaller } from '../sign-in/use-caller.ts';
import { failureTitle } from '../states/failure-title.ts';
import { showInCaches } from './cached-problems.ts';
import { type DecisionToTake, decide, type SeenProblem, takeBack } from './decide.ts';
import { OwnVersions } from './own-versions.ts';
import { useToasts } from './toasts.tsx';

/** A decision that was not taken, because somebody else decided in the meantime. */
export interface Conflict {
  readonly seen: SeenProblem;
  /** The problem as it is now. */
  readonly now: Problem;
  readonly decision: DecisionToTake;
}

export interface Decisions {
  decide(problems: readonly SeenProblem[], decision: DecisionToTake): Promise<void>;
  note(problem: SeenProblem, note: string): Promise<boolean>;
  /** Takes back the last decision of this tab. */
  undoLast(): Promise<void>;
  /** Takes back decisions by their ids. */
  undo(ids: readonly string[]): Promise<void>;
  readonly conflict: Conflict | undefined;
  readonly dismissConflict: () => void;
}

const DecisionsContext = createContext<Decisions | undefined>(undefined);

export function useDecisions(): Decisions {
  const decisions = useContext(DecisionsContext);
  if (!decisions) throw new Error('The page takes no decisions here');
  return decisions;
}

/** Decisions of this tab: shown at once, taken back from a toast, from the keys or from a history. */
export function DecisionsProvider({ children }: { readonly children: ReactNode }) {
  const { t, format, language } = useTexts();
  const { reasonAgainst } = useCaller();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const [conflict, setConflict] = useState<Conflict>();
  /** The decision that is on its way. */
  const underWay = useRef<Promise<void>>(undefined);
  const versions = useRef(new OwnVersions());
  const taken = useRef<{ readonly ids: readonly string[]; readonly problems: readonly string[] }[]>([]);

  const decisions = useMemo<Decisions>(() => {
    const reread = (ids: readonly string[]) => {
      for (const id of ids) void queryClient.invalidateQueries({ queryKey: ['problem', id] });
    };
    const failed = (error: unknown) => {
      const failure = error instanceof ApiFailure ? error : undefined;
      toasts.failed(failureTitle(error, t), failure?.detail);
    };
    const undo = async (ids: readonly string[], problems: readonly string[] = []) => {
      taken.current = taken.current.filter((one) => !one.ids.some((id) => ids.includes(id)));
      try {
        const left = await takeBack(ids);
        reread(problems);
        await queryClient.invalidateQueries({ predicate: ({ queryKey: [name] }) => isAboutProblems(name) });
        const text = left > 0 ? t.decisions.leftBecauseDecided(left, format) : t.decisions.takenBack;
        toasts.done(text);
      } catch (error) {
        failed(error);
        await queryClient.invalidateQueries({ predicate: ({ queryKey: [name] }) => isAboutProblems(name) });
      }
    };
    /** Tells why a decision was not taken; where somebody else decided on a problem meanwhile, what. */
    const notTaken = async (error: unknown, problems: readonly SeenProblem[], decision: DecisionToTake) => {
      const isMoved = error instanceof ApiFailure && error.status === 412;
      const [seen, ...others] = problems;
      if (!isMoved || !seen || others.length > 0) {
        failed(error);
        await queryClient.invalidateQueries({ predicate: ({ queryKey: [name] }) => isAboutProblems(name) });
        return;
      }
      try {
        const now = await queryClient.fetchQuery({ ...problemQuery(language, seen.id), staleTime: 0 });
        // The row stays in place, with what was decided.
        showInCaches(queryClient, [seen.id], {
          status: now.status,
          etag: now.etag,
          decision: now.decision,
        });
        setConflict({ seen, now, decision });
      } catch (unread) {
        failed(unread);
      }
    };
    /** @param before The decision that is on its way, whose versions this one follows */
    const take = async (
      problems: readonly SeenProblem[],
      decision: DecisionToTake,
      before: Promise<void> | undefined,
    ): Promise<void> => {
      const reason = reasonAgainst('manage');
      if (reason !== undefined) return toasts.failed(reason);
      setConflict(undefined);
      const ids: string[] = [];
      const names = problems.map(({ id }) => id);
      const { status } = decision;
      // By whom is what the desk says, a moment later.
      const shown = { ...decision, at: new Date().toISOString(), by: '' };
      const restore = showInCaches(queryClient, names, { status, decision: shown });
      try {
        await before;
        const newest = problems.map((one) => versions.current.newest(one));
        await decide(newest, decision, (part) => {
          ids.push(...part.ids);
          for (const [id, etag] of part.etags) showInCaches(queryClient, [id], { etag });
          versions.current.follow(newest, part.etags);
        });
      } catch (error) {
        restore();
        await notTaken(error, problems, decision);
      }
      if (ids.length === 0) return;
      taken.current = [...taken.current, { ids, problems: names }];
      reread(names);
      const text = t.decisions.done[decision.status](problems.length, format);
      announce(text);
      toasts.done(text, { label: t.undo, run: () => void undo(ids, names) });
    };
    return {
      conflict,
      dismissConflict: () => setConflict(undefined),
      undo,
      async undoLast() {
        await underWay.current;
        const last = taken.current.at(-1);
        if (last) await undo(last.ids, last.problems);
        else announce(t.decisions.nothingToTakeBack);
      },
      decide(problems, decision) {
        underWay.current = take(problems, decision, underWay.current);
        return underWay.current;
      },
      async note(problem, note) {
        try {
          await call(decideProblem(problem.id, { note }, { ifMatch: problem.etag }));
          await queryClient.invalidateQueries({ predicate: ({ queryKey: [name] }) => isAboutProblems(name) });
          toasts.done(t.decisions.noted);
          return true;
        } catch (error) {
          failed(error);
          return false;
        }
      },
    };
  }, [conflict, format, language, queryClient, reasonAgainst, t, toasts]);
  return <DecisionsContext.Provider value={decisions}>{children}</DecisionsContext.Provider>;
}

function isAboutProblems(name: unknown): boolean {
  return name === 'problem' || name === 'problems' || name === 'overview' || name === 'errors';
}
