/** Words of the address in which a page keeps what is chosen on it: `view=claims.theory=state-capitalism`. */

/** Return every value that is kept under a key, in order. */
export const kept = (words: readonly string[], key: string): string[] =>
  words.filter((one) => one.startsWith(key + "=")).map((one) => one.slice(key.length + 1));

/** Return the words with these values under a key and no others; an empty value is not kept. */
export const keeping = (words: readonly string[], key: string, values: readonly string[]): string[] => [
  ...words.filter((one) => !one.startsWith(key + "=")),
  ...values.filter(Boolean).map((one) => `${key}=${one}`),
];
