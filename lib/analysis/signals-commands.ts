/** Carries out a queued run of signals on the batch engine. */

import { toHex } from '@/lib/custody/hex'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { batchEngine } from '@/lib/platform/engine'
import { AppError } from '@/lib/platform/errors'
import { blobPath } from '@/lib/platform/storage'
import { analyseLogs, type DatasetInput } from '@/lib/signals/analyse-logs'
import { heldInputs } from './held-inputs'
import { type Attempt, type Compute, carryOut } from './run-commands'
import type { SignalsRequest } from './run-request'
import { signalsVersion } from './signals-version'

/** Measures the datasets of a queued run. May be called twice. */
export function runSignals(actor: Actor, attempt: Attempt): Promise<void> {
  return carryOut(actor, attempt, { kind: 'SIGNALS', version: signalsVersion, compute: measureRequested })
}

const measureRequested: Compute<SignalsRequest> = async (request, note) => {
  const { inputs, seed } = request
  return analyseLogs({
    ...(await heldInputs(request)),
    engine: batchEngine(),
    datasets: await Promise.all(inputs.map(datasetInput)),
    seed,
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
