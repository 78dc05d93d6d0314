/** Tells a reader who waits how far a measurement is: one line for each step, with its seconds, on standard error. */

/** Runs `work` as the step called `what`, and says what it took. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  process.stderr.write(`  ${what} …\n`)
  const result = await work()
  process.stderr.write(`  ${what}: ${((performance.now() - start) / 1000).toFixed(1)} s\n`)
  return result
}
