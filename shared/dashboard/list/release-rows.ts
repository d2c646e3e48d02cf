const releaseEvent = 'error-desk-release-rows';

/** Lets all lists show what is true now, under the pointer too: the person who looks has just asked for it. */
export function releaseRows(): void {
  dispatchEvent(new Event(releaseEvent));
}

/** Calls back when rows are released. Gives what ends that. */
export function onReleaseRows(release: () => void): () => void {
  addEventListener(releaseEvent, release);
  return () => removeEventListener(releaseEvent, release);
}
