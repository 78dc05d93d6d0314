/** What a form chose beside the models of a comparison: markers, right answers, and the calibration profile. */

import { whyNotAnalysable } from '@/lib/analysis/policy'
import type { ComparisonRequest } from '@/lib/analysis/runs/run-request'
import { toHex } from '@/lib/custody/hex'
import type { Tx } from '@/lib/platform/db'
import { identifierOf } from '@/lib/platform/identifier'
import { found, must } from '@/lib/platform/policy'

type Chosen = { canaries?: readonly string[]; answers?: string; profile?: string }
type Beside = Pick<ComparisonRequest, 'canaries' | 'answers' | 'profile'>

/** Only what was chosen, so that a request without it is the same request as ever. */
export async function chosenBeside(
  tx: Tx,
  caseId: string,
  { canaries = [], answers, profile }: Chosen,
): Promise<Beside> {
  return {
    ...(canaries.length > 0 && { canaries: [...canaries] }),
    ...(profile && { profile: await profileOf(tx, profile) }),
    ...(answers && { answers: await answersOf(tx, caseId, answers) }),
  }
}

async function profileOf(tx: Tx, calibrationId: string): Promise<ComparisonRequest['profile']> {
  const id = identifierOf(calibrationId, 'calibration profile')
  const calibration = found(await tx.calibration.findFirst({ where: { id, state: 'DONE' } }), 'calibration profile')
  return { id: calibration.profileName ?? '', sha256: calibration.sha256 ? toHex(calibration.sha256) : '' }
}

async function answersOf(tx: Tx, caseId: string, evidenceId: string): Promise<ComparisonRequest['answers']> {
  const id = identifierOf(evidenceId, 'evidence item')
  const item = found(await tx.evidenceItem.findFirst({ where: { id, caseId, kind: 'DOCUMENT' } }), 'evidence item')
  must(whyNotAnalysable(item))
  return { evidenceId: id, evidenceName: item.name, sha256: item.sha256 ? toHex(item.sha256) : '' }
}
