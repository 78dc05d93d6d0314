/** Numbers of events as they stand in addresses. */

/** The number, or undefined for anything that is none. */
export function readSequence(text: string | undefined): bigint | undefined {
  return text !== undefined && /^\d{1,18}$/.test(text) ? BigInt(text) : undefined
}
