/** Runs under history, kept for the runs they are laid beneath: the same slot, draws and seed. */

import type { Answer } from "../net/frame";
import type { Ask } from "../net/types";

/** Under what a run of history is kept: few draws of a move are run apart, and compared among themselves. */
const luckOf = ({ slot, draws, final }: Pick<Ask, "slot" | "draws" | "final">) => `${slot} ${draws} ${final}`;

export class Baselines {
  #kept: Record<string, Answer> = {};

  /** Keep what an answer brings of history. */
  keep(answer: Answer): void {
    if (answer.header.baseline) this.#kept[luckOf(answer.header)] = answer;
  }

  /** Return the run of history that belongs to an answer. */
  of(answer: Answer): Answer | null {
    return this.#kept[luckOf(answer.header)] ?? null;
  }

  /** Return whether the run of history that a question needs is here. */
  has(ask: Ask): boolean {
    const { theories, charts, draws, seed } = ask;
    const known = this.#kept[luckOf(ask)]?.header;
    return (
      known !== undefined && known.seed === seed && known.draws === draws &&
      theories.join() === known.theories.join() && charts.every((one) => known.charts.includes(one))
    );
  }
}
