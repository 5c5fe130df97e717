import { describe, expect, it } from "vitest";
import { likelyNext, pointed, standing, stepOf, stepped, underway } from "../lib/ahead";

const price = { low: 0.5, high: 3, home: 1 };

describe("foresight", () => {
  it("repeats the last step in its direction, then takes it back, then tries what keys do", () => {
    expect(likelyNext(price, 1.05, 1.025)).toEqual([1.075, 1.025, 1.3, 0.8, 0.5, 3]);
    expect(likelyNext(price, 1.025, 1.05)).toEqual([1, 1.05, 1.275, 0.775, 0.5, 3]);
    expect(likelyNext(price, 1.5, 1.25)).toEqual([1.75, 1.475, 1.525, 1.25, 0.5, 3]);
  });
  it("tries up, then down, where no direction is known", () => {
    expect(likelyNext(price, 1, null)).toEqual([1.025, 0.975, 1.25, 0.75, 0.5, 3]);
    expect(likelyNext(price, 1, 1)).toEqual(likelyNext(price, 1, null));
  });
  it("stays within the range, and names no value twice", () => {
    expect(likelyNext(price, 0.5, null)).toEqual([0.525, 0.75, 3]);
    expect(likelyNext(price, 3, 2.975)).toEqual([2.975, 2.75, 0.5]);
    expect(likelyNext(price, 2.9, 2.65)).toEqual([3, 2.875, 2.925, 2.65, 0.5]);
  });
  it("goes by the steps of the slider, where the value lies between two", () => {
    expect(likelyNext({ low: 0, high: 3, home: 1 }, 1, null).slice(0, 2)).toEqual([1.03, 0.97]);
    expect(stepOf({ low: 0, high: 3 })).toBe(0.03);
  });
  it("goes on with a lever that is dragged at its speed, to the end of its range", () => {
    expect(underway(price, 1.25, 1.125)).toEqual([1.375, 1.5]);
    expect(underway(price, 1.125, 1.25)).toEqual([1, 0.875]);
    expect(underway(price, 2.95, 2.75)).toEqual([3]);
    expect(underway(price, 1.25, 1.25)).toEqual([]);
  });
  it("knows what a click sets: the middle of the thumb comes under the pointer", () => {
    expect(pointed({ low: 0, high: 100, home: 7 }, 108, 216)).toBe(50);
    expect(pointed(price, 2, 216)).toBe(0.5);
    expect(pointed(price, 214, 216)).toBe(3);
    expect(pointed(price, 8 + 200 * 0.2, 216)).toBe(1);
  });
});

describe("a slider", () => {
  const target = { low: 0.02, high: 0.5, home: 0.25 }; // home lies between two hundredths of the range
  it("can stand at history, and comes back to it", () => {
    expect(standing(target, 0.2504)).toBe(0.25);
    expect(stepped(target, stepped(target, 0.25, 1), -1)).toBe(0.25);
    expect(stepped(target, stepped(target, 0.25, 10), -10)).toBe(0.25);
  });
  it("can stand at both ends, and comes back from them", () => {
    expect([standing(target, 0.0201), standing(target, 0.4999)]).toEqual([0.02, 0.5]);
    expect(stepped(target, 0.4996, 1)).toBe(0.5);
    const back = Array.from({ length: 110 }).reduce<number>((value) => stepped(target, value, -1), 0.5);
    expect(back).toBe(0.02);
  });
});
