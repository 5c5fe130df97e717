import { describe, expect, it } from "vitest";
import { outcome, TOUR, type TourStep } from "../lib/tour";
import type { Answer } from "../net/frame";

const answer = (low: number, middle: number, high: number) => {
  const rows = { q05: [low], q25: [low], q50: [middle], q75: [high], q95: [high] };
  return { header: {}, bands: () => rows } as unknown as Answer;
};
const step: TourStep = { theory: "t", scenario: "s", chart: "c", year: 1935, say: "", ask: "" };
const found = (middle: number) => outcome(step, "million", answer(0, middle, 2), answer(0, 1, 2), 1935)!;

describe("the tour", () => {
  it("asks without a hint of the answer, and tells none", () => {
    for (const { say, ask } of TOUR) {
      expect(ask).toMatch(/^Against .*\?$/);
      expect(say + ask).not.toMatch(/\b(lower|less|fewer|higher|more|rise|fall|same as)\b/);
    }
  });
  it("measures what happened against the band of history", () => {
    expect(found(0.5).found).toBe("lower");
    expect(found(1.15).found).toBe("about the same");
    expect(found(1.5).found).toBe("higher");
    expect(found(1.5).text).toBe("In 1935, million: 1.5 (0 to 2), under history 1 (0 to 2); so the median is higher by 0.5.");
  });
});
