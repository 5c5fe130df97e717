/** A chart as a file that stands alone: colours as seen, with title, key, sources, version and licence; nothing is linked. */

import { shape } from "./marks";

export type Entry = { look: string; dash: string; name: string; mark?: number };
export type Told = { title: string; unit: string; words: string; entries: Entry[]; notes: string[] };
type Said = Record<string, string | number>;

const EDGE = 12;
const LEAST = 460; // px: a narrower drawing is enlarged, so that the foot has room
const SAMPLE = 38;
const TITLE = { size: 14, row: 19 };
const SMALL = { size: 10, row: 14 };
const LOOKS = [
  ...["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linejoin"],
  ...["font-size", "font-weight", "text-anchor"],
];
const OF_THE_PAGE = /^(class|style|role|tabindex|id)$|^(aria|data)-/;
const PASSING = "line.cursor"; // where the reader's pointer happens to be

/** Return a chart on the page as the text of an SVG file. */
export function picture(drawn: SVGSVGElement, { title, unit, words, entries, notes }: Told): string {
  const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const box = drawn.viewBox.baseVal;
  const width = Math.max(LEAST, box.width + 2 * EDGE);
  const room = width - 2 * EDGE;
  const tall = (box.height * room) / box.width;
  const paper = make("rect", { fill: colour("paper"), width });
  const parts: SVGElement[] = [make("title", {}, title), make("desc", {}, words), paper];
  let y = EDGE;
  const write = (text: string, kind: typeof TITLE, said: Said) =>
    parts.push(make("text", { x: EDGE, y: (y += kind.row) - 5, "font-size": kind.size, ...said }, text));
  for (const line of wrapped(title, room, TITLE.size)) write(line, TITLE, { fill: colour("ink"), "font-weight": 600 });
  write(unit, SMALL, { fill: colour("soft") });
  const chart = plain(drawn);
  for (const [name, value] of Object.entries({ x: EDGE, y: y + 6, width: room, height: tall })) chart.setAttribute(name, String(value));
  parts.push(chart);
  y += tall + 10;
  for (const { look, dash, name, mark } of entries) {
    parts.push(make("path", { d: `M${EDGE} ${y + 6}h30`, stroke: colour(look), "stroke-width": 2, "stroke-dasharray": dash || "none" }));
    if (mark !== undefined) parts.push(make("path", { d: shape(mark, EDGE + 15, y + 6, 3.5), stroke: colour(look), fill: colour(mark ? "paper" : look) }));
    for (const line of wrapped(name, room - SAMPLE, SMALL.size)) write(line, SMALL, { fill: colour("ink"), x: EDGE + SAMPLE });
  }
  for (const line of notes.flatMap((note) => wrapped(note, room, SMALL.size))) write(line, SMALL, { fill: colour("soft") });
  const height = y + EDGE;
  paper.setAttribute("height", String(height));
  const font = getComputedStyle(drawn).fontFamily;
  const root = make("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": font });
  root.append(...parts);
  return new XMLSerializer().serializeToString(root);
}

/** Return a picture as a PNG file, so many times as fine as the drawing. */
export async function png(svg: string, finer = 3): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = Object.assign(new Image(), { src: address });
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width * finer, height: image.height * finer });
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (!made) throw new Error("The browser made no PNG of this chart; save it as SVG.");
    return made;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hand a file to the reader. */
export function hand(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Return a text in lines that fit a width: a letter is about half as wide as its size; a longer word is broken. */
export function wrapped(text: string, width: number, size: number): string[] {
  const most = Math.floor(width / (0.54 * size));
  const piece = new RegExp(`.{1,${Math.floor(0.85 * most)}}`, "g"); // an address has no thin letters and no spaces
  const words = text.split(/\s+/).flatMap((word) => (word.length > most ? word.match(piece)! : [word]));
  return words.reduce<string[]>((lines, word) => {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    return lines.length && longer.length <= most ? [...lines.slice(0, -1), longer] : [...lines, word];
  }, []);
}

/** Return a copy whose looks are written on it, so that it needs no style sheet. */
function plain(drawn: SVGSVGElement): SVGSVGElement {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const all = (from: SVGSVGElement) => [...from.querySelectorAll("*")];
  const copies = all(copy);
  all(drawn).forEach((one, i) => {
    const look = getComputedStyle(one);
    if (!["g", "svg"].includes(one.tagName)) for (const name of LOOKS) copies[i].setAttribute(name, look.getPropertyValue(name));
  });
  for (const one of copies) if (one.matches(PASSING)) one.remove();
  for (const one of [copy, ...copies])
    for (const { name } of [...one.attributes]) if (OF_THE_PAGE.test(name)) one.removeAttribute(name);
  return copy;
}

function make(name: string, said: Said, text = ""): SVGElement {
  const one = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(said)) one.setAttribute(key, String(value));
  if (text) one.textContent = text;
  return one;
}
