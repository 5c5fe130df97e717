/** A mechanism as the server tells it. */

export type MechNumber = {
  id: string;
  name: string;
  unit: string;
  source: string;
  value: number;
  written: string;
  prior: null | { kind: string; words: string; quantiles: number[] };
  posterior: Record<string, number[]>;
};

/** A piece of prose: text, a formula as MathML beside its source, or a name of the code. */
export type Piece = ["text" | "math" | "code", string, string?];

export type Mech = {
  id: string;
  title: string;
  text: Piece[][];
  equations: string[];
  mathml: string[];
  example: string;
  law: ["text" | "own", string][][]; // the lines of the law in which its numbers stand, these by their own names
  source: string;
  phase: string;
  tier: string;
  used_by: string[];
  canon: string[];
  signs: { cause: string; result: string; sign: number }[];
  numbers: MechNumber[];
};
