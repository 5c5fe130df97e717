/** Plain questions to the server; each answer is fetched once and kept. */

const kept = new Map<string, Promise<unknown>>();

export class Refused extends Error {}
export class Unreached extends Error {}

let lost = false;

/** Return whether an answer was missed, the server being away, since this was last asked. */
export function missed(): boolean {
  const was = lost;
  lost = false;
  return was;
}

/** Fetch what an address gives; the same address is asked once. A failure is not kept. */
export function get<T>(address: string): Promise<T> {
  const known = kept.get(address) as Promise<T> | undefined;
  if (known) return known;
  const asked = reached(address, { headers: { Accept: "application/json" } }).then((answer) => read<T>(answer));
  kept.set(address, asked);
  asked.catch(() => kept.delete(address));
  return asked;
}

/** Send something and return the answer. */
export async function post<T>(address: string, body: unknown): Promise<T> {
  return read<T>(
    await reached(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
  );
}

async function reached(address: string, asking: RequestInit): Promise<Response> {
  try {
    return await fetch(address, asking);
  } catch {
    lost = true;
    throw new Unreached("The server does not answer.");
  }
}

async function read<T>(answer: Response): Promise<T> {
  const said = (await answer.json().catch(() => null)) as { error?: { message?: string } } | null;
  if (answer.ok && said !== null) return said as T;
  throw new Refused(said?.error?.message ?? `The server answered ${answer.status} to ${answer.url}.`);
}
