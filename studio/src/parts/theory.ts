/** A theory as the server tells it. */

import type { Mech } from "./mech";

export type Standing = { of: number; both_for: number; both_against: number; runs_alone: number; record_alone: number; open: number };

export type Forecasts = {
  current: boolean;
  against: string;
  freezes: number[];
  rows: { horizon: string; forcing: string; gain: number; error: number; verdict: string; inside: number; weight: number | null }[];
};

export type Evidence = { current: boolean; until: number; chance: number; behind: number[]; twins_recognised: number };

/** An open number: its prior (low, median, high), what was left of it, and how much of the variance went. */
export type Open = {
  id: string;
  mechanism: string;
  of: string;
  unit: string;
  prior: [number, number, number];
  low: number;
  median: number;
  high: number;
  contraction: number;
  twins?: string;
};

export type Left = {
  flat: number;
  fit: { until: number; current: boolean; rows: Open[] };
  draws: { until: number; kept: number; rows: Open[] };
};

export type TheoryFull = {
  id: string;
  name: string;
  authors: string;
  summary: string;
  slots: { slot: string; rule: string; inherited: string; closures: { id: string; strength: number }[] }[];
  closures: Mech[];
  standing: Standing;
  forecasts: Forecasts;
  evidence: Evidence;
  left: Left;
  refuted_by: { claim: string; paraphrase: string; refuted_by: string }[];
  disagreements: string[];
};
