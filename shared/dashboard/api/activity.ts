/** How often data is read again while the page is visible, ms; and after a while without a key or pointer. */
const activeMs = 30_000;
const idleMs = 300_000;
/** Time without a key or pointer after which nobody seems to look, ms. */
const idleAfterMs = 600_000;

let lastActivity = Date.now();

/** Notes keys and pointers from now on. */
export function watchActivity(): void {
  const note = () => {
    lastActivity = Date.now();
  };
  for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel'])
    addEventListener(event, note, { passive: true, capture: true });
}

/** Time until the next refresh, ms. */
export function refreshInterval(now = Date.now(), last = lastActivity): number {
  return now - last > idleAfterMs ? idleMs : activeMs;
}
