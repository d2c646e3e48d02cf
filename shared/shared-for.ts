/**
 * Does work at most once in so many milliseconds: callers within that time get the same result, a failure included.
 * `now` gives milliseconds from any start.
 */
export function sharedFor<Result>(
  ms: number,
  work: () => Promise<Result>,
  now: () => number = () => performance.now(),
): () => Promise<Result> {
  let last: { readonly at: number; readonly result: Promise<Result> } | undefined;
  return () => {
    const at = now();
    if (!last || at - last.at >= ms) last = { at, result: work() };
    return last.result;
  };
}
