/** Focuses the row or the panel that something is in: what had the focus there is gone. */
export function focusRow(place: Element | null | undefined): void {
  place?.closest<HTMLElement>('[data-index], .panel')?.focus({ preventScroll: true });
}

/** Focuses the list of the view, else what comes first in it. */
export function focusList(): void {
  const target =
    document.querySelector<HTMLElement>('main [data-index][tabindex="0"]') ??
    document.querySelector<HTMLElement>('main a, main button');
  target?.focus();
}
