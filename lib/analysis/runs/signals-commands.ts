/** Carries out a queued run of signals on the batch engine. */

import { toHex } from '@/lib/custody/hex'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { batchEngine } from '@/lib/platform/engine'
import { AppError } from '@/lib/platform/errors'
import { blobPath } from '@/lib/platform/storage'
import { analyseLogs, type DatasetInput } from '@/lib/signals/analyse-logs'
import { forgetSteps, keepingOf, leastRowsKept } from './analysis-steps'
import { heldInputs } from './held-inputs'
import { type Attempt, type Compute, carryOut } from './run-commands'
import type { SignalsRequest } from './run-request'
import { signalsVersion } from './signals-version'

/**
 * Measures the datasets of a queued run. May be called twice: of a log of `leastRows` or more it goes on behind the steps that were
 * finished when it was killed, or when its engine died. After any other fault it starts anew, in case a kept step is what it is about.
 */
export async function runSignals(actor: Actor, attempt: Attempt, { leastRows = leastRowsKept } = {}): Promise<void> {
  const compute = measuring(attempt.runId, leastRows)
  try {
    await carryOut(actor, attempt, { kind: 'SIGNALS', version: signalsVersion, compute })
  } catch (error) {
    if (error instanceof AppError) throw error
    await forgetSteps(attempt.runId)
    throw error
  }
  await forgetSteps(attempt.runId)
}

const measuring =
  (runId: string, leastRows: number): Compute<SignalsRequest> =>
  async (request, note) => {
    const { inputs, seed } = request
    const datasets = await Promise.all(inputs.map(datasetInput))
    const rows = datasets.reduce((sum, one) => sum + one.rows, 0)
    return analyseLogs({
      ...(await heldInputs(request)),
      engine: batchEngine(),
      datasets,
      seed,
      keeping: keepingOf(runId, rows, leastRows),
      onProgress: ({ step, done, total }) => note({ step: stepName(step), done, total, unit: 'steps' }),
    })
  }

async function datasetInput({
  datasetId,
  sha256,
  evidenceName,
}: SignalsRequest['inputs'][number]): Promise<DatasetInput> {
  const dataset = await db.dataset.findUnique({ where: { id: datasetId } })
  if (!dataset || toHex(dataset.sha256) !== sha256) {
    throw new AppError('not-found', `The dataset of “${evidenceName}” is no longer there. Ask for the analysis again.`)
  }
  return {
    path: blobPath(dataset.sha256),
    file: evidenceName,
    format: dataset.format,
    sha256,
    rows: Number(dataset.rows),
    rejected: Number(dataset.rejected),
  }
}

function stepName(step: string): string {
  if (step === 'reading') return 'Reading the log'
  return step === 'ranking' ? 'Ranking accounts' : `Measuring ${step}`
}
