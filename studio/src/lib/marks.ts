/** Marks that tell series apart without colour: a shape and a dash each. */

const SHAPES: readonly ((x: number, y: number, r: number) => string)[] = [
  (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`,
  (x, y, r) => `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`,
  (x, y, r) => `M${x} ${y - 1.25 * r}l${1.25 * r} ${2.2 * r}h${-2.5 * r}z`,
  (x, y, r) => `M${x} ${y - 1.4 * r}l${1.4 * r} ${1.4 * r}l${-1.4 * r} ${1.4 * r}l${-1.4 * r} ${-1.4 * r}z`,
  (x, y, r) => `M${x} ${y + 1.25 * r}l${1.25 * r} ${-2.2 * r}h${-2.5 * r}z`,
  (x, y, r) => `M${x - r} ${y - r}l${2 * r} ${2 * r}M${x - r} ${y + r}l${2 * r} ${-2 * r}`,
];
const DASHES = ["", "7 3", "2 2", "9 3 2 3", "1 4", "4 2 1 2"];

/** How many series can be told apart on one paper, the first one among them. */
export const MOST = SHAPES.length;

/** Return the shape of the series at a place in the order, as a path. */
export const shape = (at: number, x: number, y: number, r: number): string => SHAPES[at % MOST](x, y, r);

/** Return the dash of its line. */
export const dash = (at: number): string => DASHES[at % MOST];
