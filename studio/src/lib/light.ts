/** Light or dark: as the system says, unless the reader chose. */

export type Light = "light" | "dark" | "system";
const KEY = "thermidor-light";

/** Return what the reader chose. */
export function chosen(): Light {
  const kept = read();
  return kept === "light" || kept === "dark" ? kept : "system";
}

/** Put the light on the page; with an argument, choose it and keep the choice. */
export function light(choice?: Light): void {
  if (choice) write(choice);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const show = () => {
    const wanted = chosen();
    document.documentElement.dataset.light = wanted === "system" ? (dark.matches ? "dark" : "light") : wanted;
  };
  dark.onchange = show;
  show();
}

// A browser may forbid storage; the choice then lasts as long as the page.
let here: string | null = null;
function read(): string | null {
  try {
    return localStorage.getItem(KEY) ?? here;
  } catch {
    return here;
  }
}
function write(choice: Light): void {
  here = choice;
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    return;
  }
}
