/** The state of the studio: what is asked, what was answered, the steps taken. */

import type { Hand } from "./foresight";
import { Now } from "./now.svelte";
import { Baselines } from "./lib/luck";
import { titled } from "./lib/named";
import { HISTORY, OWN, readQuery, readScenario, same, writeQuery, writeScenario, type Scenario, type View } from "./lib/query";
import { lacking, sound } from "./lib/sound";
import { begin, redo, step, undo, type Steps } from "./lib/steps";
import { get, missed, post, Refused } from "./net/api";
import type { Answer } from "./net/frame";
import { Socket, type Line } from "./net/socket";
import type { Ask, ChartInfo, LeverValue, Start, Theory } from "./net/types";

const QUIET = 350; // ms without a move before the full ensemble is asked
const LATER = 150; // ms until the address says a move: browsers allow few changes a second, and each costs time

export const PAGES = [
  ["explore", "Explore"],
  ["compare", "Compare"],
  ["claims", "Claims"],
  ["record", "Record"],
  ["theories", "Theories"],
  ["plan", "Plan"],
  ["methods", "Methods"],
] as const;

export class Studio {
  readonly start: Start;
  readonly charts: Map<string, ChartInfo>;
  readonly theories: Map<string, Theory>;
  readonly years: number[];
  readonly now: Now;
  #steps = $state.raw<Steps<View>>(begin(readQuery("")));
  answers = $state.raw<Record<string, Answer>>({});
  faults = $state.raw<Record<string, string>>({});
  #baselines = new Baselines();
  line = $state<Line>("opening");
  wasBroken = $state(false);
  returned = $state(0); // how often the server came back
  mounted = $state(0); // how often it did after something was asked in vain: what was is fetched anew
  held = $state(false);
  notes = $state.raw<string[]>([]);
  said = $state("");
  explained = $state<string | null>(null);
  cursor = $state<number | null>(null);
  hand: Hand | null = null;
  socket: Socket;
  #quiet = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(start: Start) {
    this.start = start;
    this.charts = new Map(start.charts.map((one) => [one.id, one]));
    this.theories = new Map(start.theories.map((one) => [one.id, one]));
    const [first, last] = start.years;
    this.years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    this.now = new Now(start.levers);
    this.steps = begin(this.#read());
    this.socket = new Socket({
      answer: (answer) => this.#heard(answer),
      fault: (slot, message) => (this.faults = { ...this.faults, [slot]: message }),
      line: (line) => this.#lineIs(line),
      hello: (version, laws) => this.#greeted(version, laws),
    });
    addEventListener("popstate", () => this.#back());
    if (location.search.length > 1) this.#check(location.search);
  }

  get steps(): Steps<View> {
    return this.#steps;
  }

  set steps(next: Steps<View>) {
    this.#steps = next;
    this.now.show(next.now);
  }

  get view(): View {
    return this.#steps.now;
  }

  get words(): string[] {
    return this.now.view;
  }
  get scenario(): Scenario {
    return this.now.scenario;
  }

  get seed(): number {
    return this.now.seed ?? this.start.seed;
  }

  get draws(): number {
    return this.now.draws ?? this.start.draws.still;
  }

  /** The scenario's own name, for a reader. */
  get title(): string {
    return titled(this.scenario, this.start.scenarios);
  }

  /** The query that says the scenario alone. */
  scenarioQuery(scenario = this.scenario): string {
    return writeScenario(scenario, this.start.scenarios, this.start.schema, this.start.version);
  }

  /** The whole state as a query. */
  query(view = this.view): string {
    return "?" + writeQuery(view, this.scenarioQuery(view.scenario));
  }

  chosenTheories(): string[] {
    const { theories } = this.now;
    return theories.length ? theories : [this.start.shown?.[0] ?? this.start.theories[0].id];
  }

  chosenCharts(): string[] {
    return this.now.charts.length ? this.now.charts : this.start.chosen;
  }

  /** Change something; a settled change is a step that can be undone. */
  change(part: Partial<View>, settled = true): void {
    const next = { ...this.view, ...part };
    const before = this.steps;
    this.steps = settled ? step(this.#settledSteps(), next) : { ...this.#moving(), now: next };
    if (this.steps === before) return;
    clearTimeout(this.#written);
    if (settled) history.pushState(null, "", this.query());
    else this.#written = setTimeout(() => history.replaceState(null, "", this.query()), LATER);
  }

  #written: ReturnType<typeof setTimeout> | undefined;

  #before: Steps<View> | null = null;
  #moving(): Steps<View> {
    this.#before ??= this.steps;
    return this.steps;
  }
  // A move that has not settled becomes a step before anything else is done.
  #settledSteps(): Steps<View> {
    const settled = this.#before ? step(this.#before, this.view) : this.steps;
    this.#before = null;
    return settled;
  }

  undo(): void {
    this.#walk(undo(this.#settledSteps()));
  }

  redo(): void {
    this.#walk(redo(this.#settledSteps()));
  }

  #walk(steps: Steps<View>): void {
    clearTimeout(this.#written);
    if (steps.now.page !== this.view.page) scrollTo(0, 0);
    this.steps = steps;
    history.pushState(null, "", this.query());
  }

  /** Set one lever; the historical value is no lever at all. */
  lever(id: string, value: LeverValue | null, settled = true): void {
    this.change({ scenario: this.#named(this.leversWith(id, value)) }, settled);
  }

  /** Return the levers with one of them set. */
  leversWith(id: string, value: LeverValue | null): Scenario["levers"] {
    const levers = { ...this.scenario.levers };
    const lever = this.start.levers.find((one) => one.id === id);
    if (value === null || value === lever?.historical) delete levers[id];
    else levers[id] = value;
    return levers;
  }

  /** Take a packaged scenario, or history. */
  take(id: string): void {
    const found = this.start.scenarios.find((one) => one.id === id);
    if (found) this.change({ scenario: { id: found.id, title: found.title, levers: found.levers } });
  }

  #named(levers: Scenario["levers"]): Scenario {
    const packaged = this.start.scenarios.find((one) => same(one.levers, levers));
    if (packaged) return { id: packaged.id, title: packaged.title, levers };
    const from = this.scenario.id === OWN ? this.scenario.title : this.scenario.id === HISTORY ? "" : `${this.title}, changed`;
    return { id: OWN, title: from, levers };
  }

  go(page: string, part: Partial<View> = {}): void {
    this.change({ page, open: "", ...part });
    scrollTo(0, 0);
  }

  /** Ask for a run; while something moves few draws, then all of them. */
  ask(slot: string, theories: string[], levers: Scenario["levers"], charts: string[], moving: boolean): void {
    const draws = moving ? Math.min(this.start.draws.moving, this.draws) : this.draws;
    const ask: Ask = { slot, theories, levers, charts, draws, seed: this.seed, baseline: true, final: !moving };
    this.socket.ask({ ...ask, baseline: !this.#baselines.has(ask) });
  }

  /** Forget the answers of a slot. */
  forget(slot: string): void {
    clearTimeout(this.#quiet.get(slot));
    this.socket.drop(slot);
    if (!this.answers[slot]) return;
    const { [slot]: _, ...rest } = this.answers;
    this.answers = rest;
  }

  /** Forget what the slots of pinned runs hold: two pages use them, each for its own. */
  forgetPins(): void {
    for (const slot of ["pin1", "pin2", "pin3", "pin4"]) this.forget(slot);
  }

  /** Ask at once with few draws, and when all is quiet with the full number. */
  askSoon(slot: string, theories: string[], levers: Scenario["levers"], charts: string[]): void {
    this.ask(slot, theories, levers, charts, true);
    this.#later(slot, () => this.ask(slot, theories, levers, charts, false));
  }

  // The full run waits for the answer to the move: on a busy machine it would hold that answer up.
  #later(slot: string, ask: () => void): void {
    clearTimeout(this.#quiet.get(slot));
    const still = () => (this.socket.busy(slot) ? this.#later(slot, ask) : ask());
    this.#quiet.set(slot, setTimeout(still, QUIET));
  }

  /** Return the baseline that belongs to a slot's answer: the same draws and seed under history. */
  baselineOf(slot: string): Answer | null {
    const answer = this.answers[slot];
    return answer ? this.#baselines.of(answer) : null;
  }

  #heard(answer: Answer): void {
    const { slot } = answer.header;
    this.#baselines.keep(answer);
    if (this.faults[slot]) this.faults = { ...this.faults, [slot]: "" };
    this.answers = { ...this.answers, [slot]: this.#withWords(answer) };
  }

  // A moving answer has no sentence and no patterns: the last ones stay, greyed, till new ones come.
  #withWords(answer: Answer): Answer {
    const before = this.answers[answer.header.slot]?.header;
    if (answer.header.final || !before) return answer;
    return { ...answer, header: { ...answer.header, words: before.words, patterns: before.patterns } };
  }

  #lineIs(line: Line): void {
    if (line === "broken") this.wasBroken = true;
    if (line === "open" && this.wasBroken && this.line !== "open") {
      this.wasBroken = false;
      this.returned++;
      if (missed()) this.mounted++;
      this.said = "Connected again; the state is as it was.";
    }
    this.line = line;
  }

  #greeted(version: string, laws: string): void {
    if (version === this.start.version && laws === this.start.laws) return;
    this.notes = [`The server now runs Thermidor ${version}, laws ${laws}, another than this page was made for. Load the page again.`];
  }

  #back(): void {
    this.steps = step(this.#settledSteps(), this.#read());
  }

  #read(): View {
    return sound(readQuery(location.search, this.start.scenarios), this.start);
  }

  // Links are read by the server too, which says what changed; of one that it refuses the rest is kept.
  async #check(asked: string): Promise<void> {
    try {
      const { query, notes } = await get<{ query: string; notes: string[] }>("api/state" + asked);
      this.notes = [...this.notes, ...notes];
      const scenario = readScenario(query, this.start.scenarios);
      if (!same(scenario.levers, this.scenario.levers)) this.change({ scenario });
    } catch (fault) {
      if (fault instanceof Refused) await this.#refused(fault.message, new URLSearchParams(asked));
    }
  }

  async #refused(why: string, said: URLSearchParams): Promise<void> {
    const ours = (said.get("schema") ?? String(this.start.schema)) === String(this.start.schema);
    const made = ["model", "laws"].flatMap((key) => (said.has(key) ? `&${new URLSearchParams({ [key]: said.get(key)! })}` : []));
    const rest = ours && (await get<{ notes: string[] }>("api/state" + this.query() + made.join("")).catch(() => null));
    if (!rest) this.steps = begin({ ...this.view, scenario: { id: HISTORY, title: "", levers: {} } });
    const none = [...said.keys()].some((key) => key.startsWith("lever.")) && !Object.keys(this.scenario.levers).length;
    const shown = none || !rest ? "History is shown instead." : "The rest of the link is shown.";
    this.notes = [...this.notes, `${why} ${lacking(readQuery(`${said}`), this.view)}${shown}`, ...(rest ? rest.notes : [])];
    history.replaceState(null, "", this.query());
  }

  /** Put a scenario of a file or a link in place of this one. */
  async load(body: { toml: string } | { query: string }): Promise<void> {
    const { query, notes } = await post<{ query: string; notes: string[] }>("api/scenario", body);
    this.notes = notes ?? [];
    this.change({ scenario: readScenario(query, this.start.scenarios) });
  }
}
