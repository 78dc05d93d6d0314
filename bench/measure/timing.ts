/** Times of work: wall clock, median of runs after a first run that warms caches; with memory and processor time. */

import { observed } from './memory'

const counted = 3

/** Seconds of one run, with its result. */
async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const start = performance.now()
  const result = await work()
  return { seconds: (performance.now() - start) / 1000, result }
}

/** Median of three runs after one that is not counted, with the result of the last. */
async function medianOf<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  let { result } = await timed(work)
  const seconds: number[] = []
  for (let i = 0; i < counted; i++) {
    const run = await timed(work)
    seconds.push(run.seconds)
    result = run.result
  }
  return { seconds: seconds.sort((a, b) => a - b)[Math.floor(counted / 2)] ?? 0, result }
}

export interface Measured<T> {
  /** Median wall clock of a run. */
  seconds: number
  /** Mean processor time of a run; steadier than the clock on a busy machine. */
  cpuSeconds: number
  peakBytes: number
  /** Of the last run. */
  result: T
}

/** Runs `work` four times, the first to warm caches, and says what it took; `once` runs it a single time, as it comes. */
export async function measured<T>(work: () => Promise<T>, { once = false } = {}): Promise<Measured<T>> {
  const { result: run, peakBytes, cpuSeconds } = await observed(() => (once ? timed(work) : medianOf(work)))
  return { ...run, peakBytes, cpuSeconds: cpuSeconds / (once ? 1 : counted + 1) }
}

/** Processor seconds of a run, and how many times those of another it is. */
export const processorRatio = (own: { cpuSeconds: number }, base: { cpuSeconds: number }) =>
  `${own.cpuSeconds.toFixed(1)} s of processors, ${(own.cpuSeconds / base.cpuSeconds).toFixed(1)} × as much`
