import { describe, expect, it } from "vitest";
import { eventsShown, kindsOf, marks, withKind } from "../lib/events";

const events = [
  { n: 1, year: 1917, happened: "revolution", kind: "politics" },
  { n: 2, year: 1921, happened: "NEP", kind: "economy" },
  { n: 3, year: 1941, happened: "invasion", kind: "war" },
];

describe("events on the time axis", () => {
  it("are all shown unless the address leaves a kind out", () => {
    expect(marks(events, ["over"]).map((one) => one.n)).toEqual([1, 2, 3]);
    const words = withKind(["over"], "economy", false);
    expect(words).toEqual(["over", "events.without=economy"]);
    expect(marks(events, words)).toEqual([{ n: 1, year: 1917, text: "revolution" }, { n: 3, year: 1941, text: "invasion" }]);
  });
  it("come back by kind, each under its own number", () => {
    const none = kindsOf(events).reduce((words, kind) => withKind(words, kind, false), ["over"]);
    expect(eventsShown(events, none)).toEqual([]);
    expect(eventsShown(events, withKind(none, "war", true)).map((one) => one.n)).toEqual([3]);
    expect(withKind(withKind(["over"], "war", false), "war", true)).toEqual(["over"]);
  });
});
