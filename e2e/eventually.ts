/** Waiting for what a system does by itself: looked for again and again, and named when it does not come. */

import { setTimeout as pause } from 'node:timers/promises'

type Patience = { milliseconds?: number; every?: number }

/**
 * The first answer that is neither null, undefined nor false. While `look` throws it is asked again. After two minutes, or
 * `milliseconds`, an error says what did not come and how the last look ended.
 */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  { milliseconds = 120_000, every = 50 }: Patience = {},
): Promise<T> {
  const until = Date.now() + milliseconds
  let last: unknown = null
  while (Date.now() < until) {
    try {
      const answer = await look()
      if (answer !== null && answer !== undefined && answer !== false) return answer
      last = answer
    } catch (error) {
      last = error
    }
    await pause(every)
  }
  throw new Error(`This did not come in ${milliseconds / 1000} s: ${what}.`, { cause: last })
}
