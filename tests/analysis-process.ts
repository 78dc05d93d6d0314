/** An analysis as a process of its own, over the engine of this test, to be watched step by step and killed. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { StepNews } from '@/lib/signals/steps/kept-steps'

/** `news` are those that it told before its end; `bytes` is null when it was killed. */
export type Ended = { news: Pick<StepNews, 'step' | 'was'>[]; bytes: string | null }

/** Runs `tests/measure-and-tell.ts` and kills it once `comes` says so of its news; it says what it does on standard output. */
export async function measureApart(input: object, comes: (news: Ended['news']) => boolean): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/measure-and-tell.ts', JSON.stringify(input)], {
    env: process.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  const ended: Ended = { news: [], bytes: null }
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const told = JSON.parse(line) as Ended['news'][number] | { bytes: string }
    if ('bytes' in told) ended.bytes = told.bytes
    else ended.news.push(told)
    if (comes(ended.news)) child.kill('SIGKILL')
  }
  const [code] = await gone
  if (code !== 0 && code !== null) throw new Error(`The analysis ended with ${code}.`)
  return ended
}
