/** The line to the server. Per slot the latest question wins; when the line breaks it is laid again and asks anew. */

import { readAnswer, type Answer } from "./frame";
import type { Ahead, Ask, Told } from "./types";

export type Line = "opening" | "open" | "warming" | "broken";
type Heard = { answer: (answer: Answer) => void; fault: (slot: string, message: string) => void; line: (line: Line) => void; hello: (version: string, laws: string) => void };

const WAITS = [250, 500, 1000, 2000, 4000];

export class Socket {
  #socket: WebSocket | null = null;
  #serial = 0;
  #tries = 0;
  #waiting = new Map<string, Ask>();
  #asked = new Map<string, { n: number; ask: Ask }>();
  #answered = new Map<string, Ask>();

  constructor(
    private readonly heard: Heard,
    private readonly address = socketAddress(),
  ) {
    this.#lay();
  }

  /** Ask; a question of the same slot that waits is dropped. A slow final answer on its way holds up no move. */
  ask(ask: Ask): void {
    const before = this.#asked.get(ask.slot)?.ask;
    const busy = before !== undefined && !(before.final && !ask.final);
    if (busy || !this.#isOpen()) this.#waiting.set(ask.slot, ask);
    else this.#send(ask);
  }

  /** Say what is likely to be asked next; of no account where the line is broken. */
  ahead(likely: Ahead): void {
    if (this.#isOpen()) this.#socket!.send(JSON.stringify({ n: 0, ...likely }));
  }

  /** Return whether a question of the slot is on its way. */
  busy(slot: string): boolean {
    return this.#asked.has(slot);
  }

  /** Return whether a move of the slot is on its way: a question that a reader waits for. */
  moving(slot: string): boolean {
    return this.#asked.get(slot)?.ask.final === false;
  }

  /** Forget a slot: it is not asked again when the line is laid anew. */
  drop(slot: string): void {
    for (const kept of [this.#waiting, this.#asked, this.#answered]) kept.delete(slot);
  }

  #isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  #send(ask: Ask): void {
    const n = ++this.#serial;
    this.#asked.set(ask.slot, { n, ask });
    this.#socket!.send(JSON.stringify({ n, ...ask }));
  }

  #lay(): void {
    this.heard.line("opening");
    const socket = new WebSocket(this.address);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.#opened();
    socket.onmessage = (event) => this.#hear(event.data);
    socket.onclose = () => this.#closed();
    this.#socket = socket;
  }

  #opened(): void {
    this.#tries = 0;
    this.heard.line("open");
    for (const [slot, ask] of [...this.#waiting]) {
      this.#waiting.delete(slot);
      this.#send(ask);
    }
  }

  #closed(): void {
    this.heard.line("broken");
    // What was answered or asked before is asked again, unless something newer waits.
    for (const [slot, ask] of this.#answered) if (!this.#waiting.has(slot)) this.#waiting.set(slot, { ...ask, baseline: true });
    for (const [slot, { ask }] of this.#asked) if (!this.#waiting.has(slot)) this.#waiting.set(slot, { ...ask, baseline: true });
    this.#asked.clear();
    setTimeout(() => this.#lay(), WAITS[Math.min(this.#tries++, WAITS.length - 1)]);
  }

  #hear(data: ArrayBuffer | string): void {
    if (typeof data === "string") this.#told(JSON.parse(data) as Told);
    else {
      const answer = readAnswer(data);
      const { slot, n } = answer.header;
      const asked = this.#asked.get(slot);
      if (asked?.n !== n) return;
      this.#answered.set(slot, asked.ask);
      this.heard.line("open");
      this.#next(slot);
      this.heard.answer(answer);
    }
  }

  #told(told: Told): void {
    if (told.hello) this.heard.hello(told.hello.version, told.hello.laws);
    if (told.warming) this.heard.line("warming");
    if (!told.error) return;
    const slot = told.slot ?? "";
    if (this.#asked.get(slot)?.n === told.n) this.#next(slot);
    this.heard.fault(slot, told.error.message);
  }

  #next(slot: string): void {
    this.#asked.delete(slot);
    const waits = this.#waiting.get(slot);
    if (!waits) return;
    this.#waiting.delete(slot);
    this.#send(waits);
  }
}

function socketAddress(): string {
  const there = new URL("ws", location.href);
  there.protocol = there.protocol === "https:" ? "wss:" : "ws:";
  there.search = there.hash = "";
  return there.href;
}
