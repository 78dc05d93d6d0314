/** Waits until the web server answers anything at all. */

import { Refusal } from './refusal'

const longest = 120_000

/** Resolves with the first answer, or at once when `isEnding`. Throws a Refusal after two minutes. */
export async function untilItServes(address: string, isEnding: () => boolean): Promise<void> {
  const until = Date.now() + longest
  while (!isEnding()) {
    try {
      await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(10_000), redirect: 'manual' })
      return
    } catch {
      if (Date.now() > until)
        throw new Refusal('The web server does not answer two minutes after its start; its log is in the data folder.')
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
