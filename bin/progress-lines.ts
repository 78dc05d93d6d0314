/** Tells who waits at a terminal how far long work is: a line on standard error every few seconds, none for short work. */

const everyMs = 5000

export type Progress = { done: number; total: number }

/** Call it as often as you like: `what` is said with its share at most every five seconds. */
export function progressLines(what: string): (progress: Progress) => void {
  let last = performance.now()
  return ({ done, total }) => {
    if (performance.now() - last < everyMs) return
    last = performance.now()
    process.stderr.write(`${what}: ${Math.floor((100 * done) / Math.max(1, total))} %\n`)
  }
}
