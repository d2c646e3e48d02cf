import type axe from 'axe-core';

declare global {
  interface Window {
    /** Put there by the tests. */
    readonly axe: typeof axe;
    /** Tells the test what the policy of the page forbade. */
    violated(directive: string): void;
  }
}
