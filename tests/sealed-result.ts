/** An analysis as it lies sealed in a store of its own. */

import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Sealed } from '@/lib/analysis/runs/result-columns'
import { openSealed, type SealedAnalysis } from '@/lib/analysis/runs/sealed-analysis'
import { canonicalText } from '@/lib/custody/canonical'
import type { LogAnalysis } from '@/lib/signals/log-analysis'
import { temporaryFolder } from './temporary-folder'

/** Writes the canonical bytes of an analysis; they and their columns go when the test ends. */
export function sealedResult(analysis: LogAnalysis): Sealed {
  const folder = temporaryFolder('analysis')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const text = canonicalText(analysis)
  const path = join(folder, 'analysis.json')
  writeFileSync(path, text)
  return { path, sha256: createHash('sha256').update(text).digest('hex'), folder: join(folder, 'columns') }
}

/** The analysis, sealed and opened. */
export const openedResult = (analysis: LogAnalysis): Promise<SealedAnalysis> => openSealed(sealedResult(analysis))
