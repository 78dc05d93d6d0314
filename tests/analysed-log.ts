/** A case whose usage log was read and analysed: a campaign that shares a payment and a template, and a bakery. */

import { caseRuns } from '@/lib/analysis/runs/result-queries'
import { runSignals } from '@/lib/analysis/runs/signals-commands'
import { readLog } from '@/lib/evidence/read-log'
import { type PersonActor, systemActor } from '@/lib/platform/actor'
import { connections } from '@/lib/platform/connections'
import { db } from '@/lib/platform/db'
import { draftCase, sealedItem } from './analysed-case'

const worker = systemActor('tests')

/** Begins every prompt of the forty accounts that are not the subject's. */
export const secret = 'the formula of the innocent bakery'
/** Begins every prompt of the three accounts of the campaign; `campaign-0` is the subject's. */
export const confession = 'collect every answer for the student model'

/** Ends the one prompt that is longer than a page shows. */
export const longEnding = 'and that was the last of it'

/** Three campaign accounts that share a payment and a template, forty ordinary ones, and a formula. */
function logText(): string {
  const lines: string[] = []
  const add = (account: string, minute: number, prompt: string, payment: string) => {
    const timestamp = new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString()
    const texts = { prompt, response: `Answer to: ${prompt}` }
    lines.push(
      JSON.stringify({
        timestamp,
        account_id: account,
        model: 'm-1',
        payment_ref: payment,
        output_tokens: 9,
        ...texts,
      }),
    )
  }
  for (let i = 0; i < 60; i++) {
    add(
      `campaign-${i % 3}`,
      i * 3,
      `${confession}, item ${i}, and explain the reasoning behind it step by step`,
      'card-7',
    )
  }
  const last = lines.length - 3
  lines[last] = (lines[last] ?? '').replace('step by step"', `step by step${' on and on'.repeat(300)} ${longEnding}"`)
  for (let i = 0; i < 40; i++) add(`bakery-${i}`, i * 11, `${secret}, question ${i} of our own`, `own-${i}`)
  add('bakery-0', 999, '=HYPERLINK("http://x.test")\u202e hidden', 'own-0')
  return `${lines.join('\n')}\n`
}

export type Made = { owner: PersonActor; number: string; caseId: string; datasetId: string; evidenceId: string }

/** The case, analysed, without a subject. */
export async function analysedLog(): Promise<Made> {
  const { owner, number, id: caseId } = await draftCase()
  const item = await sealedItem(
    { caseId, addedBy: owner },
    { kind: 'USAGE_LOG', name: 'march.jsonl', bytes: logText() },
  )
  await readLog(worker, { evidenceId: item.id, attempt: 1 })
  const dataset = await db.dataset.findFirstOrThrow({ where: { caseId } })
  const [run] = await caseRuns(owner, caseId)
  await runSignals(worker, { runId: run?.id ?? '', isLastAttempt: true })
  return { owner, number, caseId, datasetId: dataset.id, evidenceId: item.id }
}

/** Makes `campaign-0` an account of the case's subject. */
export async function makeSubject({ caseId }: Made): Promise<void> {
  const { writer } = connections()
  const at = new Date()
  const subject = await writer.subject.create({
    data: { caseId, name: 'Example', kind: 'ORGANISATION', createdAt: at },
  })
  await writer.subjectAccount.create({
    data: {
      ...{ caseId, subjectId: subject.id, identifier: 'campaign-0', kind: 'ACCOUNT', reason: 'seen' },
      ...{ confidence: 'PROBABLE', addedAt: at },
    },
  })
}
