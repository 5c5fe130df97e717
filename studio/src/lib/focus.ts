/** Where the focus goes when something opens or closes, so that a reader without a mouse does not start anew. */

/** Give the focus to what opened something that is closed now, unless it is somewhere already. */
export function giveBack(opener: string): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  const found = document.querySelector<HTMLElement>(`[data-opens="${CSS.escape(opener)}"]`);
  (found ?? document.getElementById("main"))?.focus();
}

/** Give the focus to a heading once it is there. */
export const taken = (heading: HTMLElement): void => heading.focus();
