/** Which events are marked on the charts: all but those of the kinds that the address leaves out. */

import type { Marked } from "../net/types";
import type { Mark } from "./kinds";
import { keeping, kept } from "./words";

const WORD = "events.without";

/** Return the kinds of events there are, in the order in which they first come. */
export const kindsOf = (events: readonly Marked[]): string[] => [...new Set(events.map((one) => one.kind))];

/** Return the events of the kinds that are not left out; each keeps its number. */
export function eventsShown(events: readonly Marked[], words: readonly string[]): Marked[] {
  const without = kept(words, WORD);
  return events.filter((one) => !without.includes(one.kind));
}

/** Return the words that show a kind of events, or leave it out. */
export function withKind(words: readonly string[], kind: string, shown: boolean): string[] {
  const others = kept(words, WORD).filter((one) => one !== kind);
  return keeping(words, WORD, shown ? others : [...others, kind]);
}

/** Return the marks of the events that are shown. */
export const marks = (events: readonly Marked[], words: readonly string[]): Mark[] =>
  eventsShown(events, words).map(({ n, year, happened }) => ({ n, year, text: happened }));
