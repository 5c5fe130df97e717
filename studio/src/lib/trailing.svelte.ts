/** What may follow a moment after what is seen: while something moves, the paint comes first. */

import { untrack } from "svelte";

const MOMENT = 100; // ms

/** Return what follows a value: at once, or while something moves at most a moment later. */
export function trailing<T>(value: () => T, moving: () => boolean): { readonly now: T } {
  let latest = untrack(value);
  let now = $state.raw(latest);
  let soon: ReturnType<typeof setTimeout> | undefined;
  const follow = () => {
    clearTimeout(soon);
    soon = undefined;
    now = latest;
  };
  $effect.pre(() => {
    latest = value();
    if (moving()) soon ??= setTimeout(follow, MOMENT);
    else follow();
  });
  $effect(() => () => clearTimeout(soon));
  return {
    get now() {
      return now;
    },
  };
}
