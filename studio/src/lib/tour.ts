/** The guided tour: each step asks what will happen before it is shown. What happened is measured, never written here. */

import type { Answer } from "../net/frame";
import { show, showRange } from "./number";

export type Guess = "lower" | "about the same" | "higher";
export const GUESSES: Guess[] = ["lower", "about the same", "higher"];

export type TourStep = { theory: string; scenario: string; chart: string; year: number; say: string; ask: string };

export const TOUR: TourStep[] = [
  {
    theory: "degenerated-workers-state",
    scenario: "germany-1923-success",
    chart: "bureaucracy_autonomy",
    year: 1935,
    say: "This theory says: power passed upward because the revolution stayed alone in a poor country. Let the German rising of 1923 win, so that it is not alone.",
    ask: "Against history, where will the autonomy of the apparatus stand in 1935?",
  },
  {
    theory: "bureaucratic-collectivism",
    scenario: "germany-1923-success",
    chart: "bureaucracy_autonomy",
    year: 1935,
    say: "The same victory in Germany, under another theory, which says: a new ruling class comes where capital and labour both fail.",
    ask: "Against history, where will the autonomy of the apparatus stand in 1935?",
  },
  {
    theory: "state-capitalism",
    scenario: "no-military-rivalry",
    chart: "investment_share",
    year: 1955,
    say: "This theory says: military competition forces the state to accumulate. Take the competition away.",
    ask: "Against history, where will the share of investment stand in 1955?",
  },
  {
    theory: "non-mode-of-production",
    scenario: "no-military-rivalry",
    chart: "investment_share",
    year: 1955,
    say: "The same world without military competition, under another theory: those in office want to catch up, in place of owners who would.",
    ask: "Against history, where will the share of investment stand in 1955?",
  },
  {
    theory: "transitory-caste",
    scenario: "right-programme-nep-continues",
    chart: "camps-and-colonies",
    year: 1938,
    say: "Now the programme of the right: the New Economic Policy goes on to 1940. A sober subject: the chart counts people in camps and colonies, in millions.",
    ask: "Against the same theory under history, how many will there be in 1938?",
  },
  {
    theory: "non-mode-of-production",
    scenario: "no-oil-rent",
    chart: "consumption_per_head",
    year: 1985,
    say: "Late in the story: the high oil price of the seventies never comes.",
    ask: "Against history, where will consumption per head stand in 1985?",
  },
];

/** Return what a run shows against history in one year, or nothing while the answer is not there. */
export function outcome(step: TourStep, unit: string, answer: Answer | undefined, base: Answer | null, first: number): { found: Guess; text: string } | null {
  const run = answer?.bands(false, step.theory, step.chart);
  const was = base?.bands(true, step.theory, step.chart);
  if (!run || !was) return null;
  const i = step.year - first;
  const change = run.q50[i] - was.q50[i];
  // "About the same" is a shift of the median by less than a tenth of the width of history's 90 % band.
  const small = Math.abs(change) <= 0.1 * (was.q95[i] - was.q05[i]);
  const found: Guess = small ? "about the same" : change < 0 ? "lower" : "higher";
  return {
    found,
    text: `In ${step.year}, ${unit}: ${showRange(run.q50[i], run.q05[i], run.q95[i])}, under history ${showRange(was.q50[i], was.q05[i], was.q95[i])}; so the median is ${found}${small ? "" : ` by ${show(Math.abs(change), 2)}`}.`,
  };
}
