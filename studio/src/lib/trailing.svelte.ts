/** What may follow a moment after what is seen: while something moves, the paint comes first. */

import { untrack } from "svelte";

const MOMENT = 100; // ms

/** Return what follows a value: at once, or while something moves a moment after its last change. */
export function trailing<T>(value: () => T, moving: () => boolean): { readonly now: T } {
  let now = $state.raw(untrack(value));
  $effect.pre(() => {
    const next = value();
    if (!moving()) now = next;
    else {
      const soon = setTimeout(() => (now = next), MOMENT);
      return () => clearTimeout(soon);
    }
  });
  return {
    get now() {
      return now;
    },
  };
}
