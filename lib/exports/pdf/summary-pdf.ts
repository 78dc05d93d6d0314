/** A case summary as a tagged PDF: the same content gives the same bytes, on any machine and at any time. */

import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { incomingFolder, putFile, type Stored } from '@/lib/platform/storage'
import type { SummaryContent } from '../summary-content'
import { setAccounts } from './appendix-accounts'
import { setRows } from './appendix-rows'
import { setCaseFacts, setSubjects } from './section-case'
import { setClaims } from './section-claims'
import { setExhibits, setVerification } from './section-exhibits'
import { setExplanations } from './section-explanations'
import { setFindings } from './section-findings'
import { setReview } from './section-review'
import { type Places, Sheet } from './sheet'
import { setTitlePage } from './title-page'

/** Sets the summary and puts it into the store. Memory does not grow with its pages: they are written as they are set. */
export async function putSummaryPdf(content: SummaryContent): Promise<Stored> {
  await mkdir(incomingFolder(), { recursive: true, mode: 0o700 })
  const path = join(incomingFolder(), `${process.pid}-${randomUUID()}`)
  try {
    await writeSummaryPdf(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    return await putFile(path)
  } finally {
    await rm(path, { force: true })
  }
}

/** Sets the summary twice: the first pass finds the pages of its parts and their number, the second writes to `out` and ends it. */
export async function writeSummaryPdf(content: SummaryContent, out: Writable): Promise<void> {
  const places = await set(content, { pages: new Map(), total: 0 }, nowhere())
  await set(content, places, out)
}

async function set(content: SummaryContent, known: Places, out: Writable): Promise<Places> {
  const sheet = new Sheet(content, known)
  const written = finished(out)
  sheet.doc.pipe(out)
  setTitlePage(sheet, content, partsOf(content))
  sheet.newPage()
  for (const part of [
    ...[setCaseFacts, setSubjects, setClaims, setExplanations, setFindings],
    ...[setReview, setExhibits, setVerification],
  ]) {
    part(sheet, content)
    await nextTurn()
  }
  const breathe = async () => void (await nextTurn())
  if (content.appendices.accounts) await setAccounts(sheet, content, breathe)
  if (content.appendices.rows) await setRows(sheet, content, breathe)
  sheet.end()
  await written
  return sheet.places
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })

function partsOf({ appendices }: SummaryContent) {
  const parts = ['Facts', 'Subjects', 'Claims', 'Innocent explanations', 'Findings', 'Review and decision', 'Exhibits']
  return [
    ...[...parts, 'How to check this document'].map((title, at) => ({ number: String(at + 1), title })),
    ...(appendices.accounts ? [{ number: 'A', title: 'Account identifiers' }] : []),
    ...(appendices.rows ? [{ number: 'B', title: 'Cited rows' }] : []),
  ]
}
