/** Exports made in tests, with their bytes. */

import { exportSummary } from '@/lib/exports/commands'
import type { Format } from '@/lib/exports/schema'
import type { SummaryContent } from '@/lib/exports/summary-content'
import type { PersonActor } from '@/lib/platform/actor'
import { openBlob } from '@/lib/platform/storage'

/** A summary with all its appendices. */
export async function exported(by: PersonActor, number: string, format: Format) {
  const made = await exportSummary(by, { number, format, accounts: true, rows: true })
  return { ...made, bytes: await bytesOf(made.sha256) }
}

/** What a JSON export says. */
export async function contentOf(by: PersonActor, number: string): Promise<SummaryContent> {
  return JSON.parse((await exported(by, number, 'JSON')).bytes.toString('utf8')) as SummaryContent
}

async function bytesOf(sha256: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of openBlob(Buffer.from(sha256, 'hex'))) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
