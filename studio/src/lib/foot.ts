/** What stands under a saved chart: which run, which sources, which version, which licence. */

import { get } from "../net/api";
import { fully } from "./named";
import { sharedQuery } from "./share";
import type { ChartInfo } from "../net/types";
import type { SeriesFull } from "../parts/record";
import type { Studio } from "../studio.svelte";

const BANDS = "Line: median of the draws; bands: 50 and 90 % of them.";
const LINES = "Lines: medians of the draws.";
const DOTS = "Dots: record, low to high; hollow where it is poor or unrated.";

/** Return the lines under a chart of runs; `shown` says whether bands and the record are drawn. */
export async function runFoot(studio: Studio, chart: ChartInfo, shown: { bands: boolean; record: boolean }): Promise<string[]> {
  const { hash } = studio.answers[studio.view.page === "compare" ? "compare" : "main"]?.header ?? {};
  const scenario = fully(studio.scenario, studio.start.scenarios);
  const run = `Scenario: ${scenario}, hash ${hash}; ${studio.draws} draws, seed ${studio.seed}. ${shown.bands ? BANDS : LINES}`;
  const link = `In the studio: ${sharedQuery(studio, { charts: [chart.id] })}`;
  return [run, ...(shown.record ? [`${DOTS} Sources: ${await sources(chart)}`] : []), ...imprint(studio), link];
}

/** Return the lines under a chart of the record. */
export function recordFoot(studio: Studio, drawn: SeriesFull[]): string[] {
  const each = drawn.map((one) => `${one.series}: ${one.sources.map((source) => source.citation).join("; ")}.`);
  return [`Dots: values, low to high. Sources: ${each.join(" ")}`, ...imprint(studio)];
}

const imprint = ({ start }: Studio): string[] => [`${start.citation} Saved ${new Date().toISOString().slice(0, 10)}.`, start.licence];

/** Return the citations of a chart's record, or their keys where the record does not tell them. */
async function sources(chart: ChartInfo): Promise<string> {
  const full = await get<SeriesFull>("api/record/" + encodeURIComponent(chart.id)).catch(() => null);
  return full ? full.sources.map((one) => one.citation).join("; ") + "." : chart.sources.join("; ") + ".";
}
