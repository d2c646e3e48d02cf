import type { MouseEvent } from 'react';

type Click = Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey' | 'preventDefault'>;

/**
 * What a link of the page does when it is clicked: it is followed without loading the page again. With a modifier key it is
 * left to the browser, which opens it elsewhere.
 */
export function following(follow: () => void): (event: Click) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    follow();
  };
}
