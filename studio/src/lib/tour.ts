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
    say: "This theory says: power passed upward because the revolution stayed alone in a poor country. So take the loneliness away and let the German rising of 1923 win.",
    ask: "Will the autonomy of the apparatus in 1935 be lower than under history?",
  },
  {
    theory: "bureaucratic-collectivism",
    scenario: "germany-1923-success",
    chart: "bureaucracy_autonomy",
    year: 1935,
    say: "The same victory in Germany, under a theory that ties the apparatus less to isolation: a class of a new kind, where old classes failed.",
    ask: "What will it make of the same victory?",
  },
  {
    theory: "state-capitalism",
    scenario: "no-military-rivalry",
    chart: "investment_share",
    year: 1955,
    say: "This theory says: rivals abroad force the state to accumulate. Take the rivalry away.",
    ask: "Will the share of investment in 1955 be lower?",
  },
  {
    theory: "transitory-caste",
    scenario: "no-great-purge",
    chart: "terror",
    year: 1938,
    say: "Now a scenario that weakens terror whenever it comes. A sober subject: each unit stands for people.",
    ask: "Where will terror in 1938 stand?",
  },
  {
    theory: "non-mode-of-production",
    scenario: "no-oil-rent",
    chart: "consumption_per_head",
    year: 1985,
    say: "Late in the story: the oil price of the seventies never comes.",
    ask: "Will consumption per head in 1985 be lower?",
  },
];

/** Return what a run shows against history in one year, or nothing while the answer is not there. */
export function outcome(step: TourStep, answer: Answer | undefined, base: Answer | null, first: number): { found: Guess; text: string } | null {
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
    text: `In ${step.year}: ${showRange(run.q50[i], run.q05[i], run.q95[i])}, under history ${showRange(was.q50[i], was.q05[i], was.q95[i])}; so the median is ${found}${small ? "" : ` by ${show(Math.abs(change), 2)}`}.`,
  };
}
