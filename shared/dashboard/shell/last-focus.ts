let last: Element | null = null;

/** Notes from now on what has the focus outside of menus and dialogs. */
export function watchFocus(): void {
  addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && !isPassing(target)) last = target;
  });
}

/** What has the focus, or had it before a menu opened: an item of a menu goes with it. */
export function focusBefore(): Element | null {
  const { activeElement } = document;
  return activeElement && isPassing(activeElement) ? last : activeElement;
}

function isPassing(element: Element): boolean {
  return element.closest('[role="menu"], .fui-DialogSurface') !== null;
}
