/** What the hand on a lever is likely to ask next is named to the server, so that the answer is there before. */

import { likelyNext } from "./lib/ahead";
import { bare, valued } from "./lib/query";
import type { Lever } from "./net/types";
import type { Studio } from "./studio.svelte";

/** The lever that was touched or moved last, and its value before the move. */
export type Hand = { lever: Lever; before: number | null };

const thrifty = () => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** Name the likely next moves of the lever in hand, unless something newer is asked already, or nobody looks. */
export function foresee(studio: Studio, slot: string): void {
  const { hand, answers, socket, start } = studio;
  const header = answers[slot]?.header;
  if (!hand || !header || hand.lever.domain.kind !== "number" || socket.busy(slot) || document.hidden || thrifty()) return;
  const said = studio.scenario.levers[hand.lever.id] ?? hand.lever.historical;
  const next = likelyNext({ ...hand.lever.domain, home: Number(hand.lever.historical) }, Number(bare(said)), hand.before);
  const ahead = next.map((value) => studio.leversWith(hand.lever.id, valued(said, value)));
  const { theories, charts, seed } = header;
  const draws = Math.min(start.draws.moving, studio.draws);
  if (ahead.length) socket.ahead({ slot: "ahead", theories, ahead, charts, draws, seed });
}
