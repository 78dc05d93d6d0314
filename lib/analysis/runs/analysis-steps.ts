/** Where the finished steps of large runs of signals lie, so that one that was killed goes on behind them; nobody else reads them. */

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import type { AnalysisKeeping } from '@/lib/signals/steps/analysis-steps'

/** The signals of a smaller log take less than a minute: keeping them would cost more than measuring them again. */
export const leastRowsKept = 2_000_000

/** Folders of runs under way, by their ids. */
export const measuringFolder = () => join(env.home, 'measuring')

/** The place for the steps of a run over so many rows; none for a small log, nor where the engine reads objects and cannot write files. */
export function keepingOf(runId: string, rows: number, least: number): AnalysisKeeping | undefined {
  if (rows < least || env.clickHouse.objects) return undefined
  return {
    folder: join(measuringFolder(), runId),
    onStep: ({ step, was, cause }) => {
      if (was === 'taken over') log.info({ runId, step }, 'took over a step of the run before')
      if (was === 'not kept') log.warn({ runId, step, err: cause }, 'a step could not be kept')
    },
  }
}

/** Removes what was kept of a run that has ended. */
export const forgetSteps = (runId: string): Promise<void> =>
  rm(join(measuringFolder(), runId), { recursive: true, force: true })
