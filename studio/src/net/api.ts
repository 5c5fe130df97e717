/** Plain questions to the server; each answer is fetched once and kept. */

const kept = new Map<string, Promise<unknown>>();

export class Refused extends Error {}

/** Fetch what an address gives; the same address is asked once. A failure is not kept. */
export function get<T>(address: string): Promise<T> {
  const known = kept.get(address) as Promise<T> | undefined;
  if (known) return known;
  const asked = fetch(address, { headers: { Accept: "application/json" } }).then((answer) => read<T>(answer));
  kept.set(address, asked);
  asked.catch(() => kept.delete(address));
  return asked;
}

/** Send something and return the answer. */
export async function post<T>(address: string, body: unknown): Promise<T> {
  return read<T>(
    await fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
  );
}

async function read<T>(answer: Response): Promise<T> {
  const said = (await answer.json().catch(() => null)) as { error?: { message?: string } } | null;
  if (answer.ok && said !== null) return said as T;
  throw new Refused(said?.error?.message ?? `The server answered ${answer.status} to ${answer.url}.`);
}
