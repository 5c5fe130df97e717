import { describe, expect, it } from "vitest";
import { keepOwn, LARGEST, ownKept } from "../lib/own";

function store(room = Infinity): Storage {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    removeItem: (key: string) => void held.delete(key),
    setItem(key: string, value: string) {
      if (value.length > room) throw new DOMException("full", "QuotaExceededError");
      held.set(key, value);
    },
  } as unknown as Storage;
}

describe("a table of one's own", () => {
  it("is kept and comes back as it was", () => {
    const tab = store();
    const own = { name: "é \"mine\".csv", text: ",coal\r\n=1+1,\u2028" };
    expect(ownKept(() => tab)).toBeNull();
    expect(keepOwn(own, () => tab)).toBe(true);
    expect(ownKept(() => tab)).toEqual(own);
  });
  it("leaves no older one behind where there is no room for it", () => {
    const tab = store(100);
    expect(keepOwn({ name: "a.csv", text: "1" }, () => tab)).toBe(true);
    expect(keepOwn({ name: "a.csv", text: "2".repeat(200) }, () => tab)).toBe(false);
    expect(ownKept(() => tab)).toBeNull();
  });
  it("is not kept where the browser keeps nothing, and nothing breaks", () => {
    const closed = () => {
      throw new DOMException("denied", "SecurityError");
    };
    expect(keepOwn({ name: "a.csv", text: "1" }, closed)).toBe(false);
    expect(ownKept(closed)).toBeNull();
  });
  it.each(["{", "null", "[]", '{"name":1,"text":"x"}', '{"name":"a"}', JSON.stringify({ name: "a", text: "x".repeat(LARGEST + 1) })])("is none if the tab holds %.20s", (said) => {
    const tab = store();
    keepOwn({ name: "a", text: "b" }, () => tab);
    const odd = { ...tab, getItem: () => said } as Storage;
    expect(ownKept(() => odd)).toBeNull();
  });
});
