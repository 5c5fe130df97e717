/** Labels at the ends of lines, moved apart so that none covers another. */

export type End = { key: string; at: number };

/** Return the place of each label, in the order given: at least `gap` apart, within the paper. */
export function apart(ends: End[], gap: number, top: number, bottom: number): number[] {
  const order = ends.map((_, i) => i).sort((a, b) => ends[a].at - ends[b].at);
  const places = ends.map((end) => end.at);
  let before = top - gap;
  for (const i of order) before = places[i] = Math.max(places[i], before + gap);
  let after = bottom + gap;
  for (const i of order.reverse()) after = places[i] = Math.min(places[i], after - gap);
  return places;
}
