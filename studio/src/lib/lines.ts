/** Lines of charts from answers of the server. */

import type { Answer } from "../net/frame";
import type { ChartInfo, Theory } from "../net/types";
import type { Line, Point } from "./kinds";

/** Return the record of a chart as points; a missing bound is the value itself. */
export function points(chart: ChartInfo): Point[] {
  return chart.record.map(([year, low, value, high], i) => ({
    year,
    value,
    low: low ?? value,
    high: high ?? value,
    poor: !["good", "fair"].includes(chart.quality[i]),
  }));
}

/** Return the line of one theory in an answer, or nothing. */
export function theoryLine(answer: Answer | undefined, chart: string, theory: Theory, look: string, bands = true): Line[] {
  const rows = answer?.bands(false, theory.id, chart);
  return rows ? [{ key: theory.id, label: theory.short, name: theory.name, look, dash: theory.dash, rows, bands }] : [];
}

/** Return the grey line of the same theory under history. */
export function baseLine(base: Answer | null, chart: string, theory: string): Line[] {
  const rows = base?.bands(true, theory, chart);
  return rows ? [{ key: "history", label: "hist", name: "Under history", look: "base", dash: "", rows, bands: false }] : [];
}

