/** A mechanism as the server tells it. */

export type MechNumber = {
  id: string;
  name: string;
  unit: string;
  source: string;
  value: number;
  prior: null | { kind: string; words: string; quantiles: number[] };
  posterior: Record<string, number[]>;
};

export type Mech = {
  id: string;
  title: string;
  text: string;
  equations: string[];
  mathml: string;
  source: string;
  phase: string;
  tier: string;
  used_by: string[];
  canon: string[];
  signs: { cause: string; result: string; sign: string }[];
  numbers: MechNumber[];
};
