/** Times of work: wall clock, median of runs after a first run that warms caches. */

/** Seconds of one run, with its result. */
export async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const start = performance.now()
  const result = await work()
  return { seconds: (performance.now() - start) / 1000, result }
}

/** Median of `runs` runs after one that is not counted, with the result of the last. */
export async function medianOf<T>(runs: number, work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  let { result } = await timed(work)
  const seconds: number[] = []
  for (let i = 0; i < runs; i++) {
    const run = await timed(work)
    seconds.push(run.seconds)
    result = run.result
  }
  return { seconds: seconds.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0, result }
}
