/** Sends one file: hashes it and uploads it at once, resumes, pauses, and hands the hash over after the last byte. */

import { DetailedError, Upload } from 'tus-js-client'
import { type Kind, plainFileName } from '@/lib/evidence/schema'
import { type Hashing, hashInWorker } from './hash-file'
import { rateMeter } from './rate-meter'
import { showUpload } from './upload-list'

/** An upload that stopped earlier, as the evidence page lists it. */
export type Earlier = { id: string; name: string; size: number; fingerprint: string }

export type FileToSend = { file: File; kind: Kind; caseId: string; caseNumber: string; earlier: readonly Earlier[] }

const address = '/api/uploads'
/** Short enough that a slow line finishes one before a server or proxy loses patience. */
const piece = 16 * 1024 * 1024
const patience = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000, 60_000]

type Sending = { upload: Upload | null; hashing: Hashing; forget: () => void }
const sendings = new Map<string, Sending>()

/** Begins to send. `onEvidence` is called once the case has a new item. */
export async function sendFile(toSend: FileToSend, onEvidence: () => void): Promise<void> {
  const { file, kind, caseId, caseNumber } = toSend
  const key = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`
  const fresh = { phase: 'preparing', sent: 0, hashed: 0, rate: null, waiting: false, failure: null } as const
  showUpload(key, { key, caseId, caseNumber, name: plainFileName(file.name), kind, size: file.size, ...fresh })
  const hashing = hashInWorker(file, (hashed) => showUpload(key, { hashed }))
  sendings.set(key, { upload: null, hashing, forget: () => showUpload(key, null) })
  try {
    const upload = uploadOf(key, toSend, await hashing.fingerprint, () => void finish(key, hashing, onEvidence))
    const sending = sendings.get(key)
    if (!sending) return
    sending.upload = upload
    showUpload(key, { phase: 'sending' })
    upload.start()
  } catch (error) {
    failed(key, error)
  }
}

/** Stops sending; what has arrived stays on the server. */
export async function pauseSending(key: string): Promise<void> {
  await sendings.get(key)?.upload?.abort()
  showUpload(key, { phase: 'paused', rate: null })
}

/** Goes on from the byte that the server has. */
export function resumeSending(key: string): void {
  showUpload(key, { phase: 'sending', failure: null })
  sendings.get(key)?.upload?.start()
}

/** Ends an upload and has the server forget its bytes. */
export async function cancelSending(key: string): Promise<void> {
  const sending = sendings.get(key)
  sendings.delete(key)
  sending?.hashing.stop()
  await sending?.upload?.abort(true).catch(() => undefined)
  showUpload(key, null)
}

/** Takes a finished or failed upload off the list. */
export function dismissSending(key: string): void {
  sendings.get(key)?.hashing.stop()
  sendings.delete(key)
  showUpload(key, null)
}

function uploadOf(
  key: string,
  { file, kind, caseId, earlier }: FileToSend,
  fingerprint: string,
  onSuccess: () => void,
) {
  const meter = rateMeter()
  const name = plainFileName(file.name)
  const same = earlier.find((e) => e.name === name && e.size === file.size && e.fingerprint === fingerprint)
  return new Upload(file, {
    endpoint: address,
    uploadUrl: same ? `${address}/${same.id}` : null,
    chunkSize: piece,
    retryDelays: patience,
    storeFingerprintForResuming: false,
    metadata: { filename: file.name, kind, caseId, fingerprint },
    onProgress: (sent) => showUpload(key, { sent, rate: meter(sent), waiting: false }),
    onSuccess,
    onError: (error) => failed(key, error),
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0
      const again = status === 0 || status === 409 || status === 423 || status >= 500
      if (again) showUpload(key, { rate: null, waiting: true })
      return again
    },
  })
}

async function finish(key: string, { sha256 }: Hashing, onEvidence: () => void): Promise<void> {
  showUpload(key, { phase: 'checking', rate: null })
  try {
    const id = sendings.get(key)?.upload?.url?.split('/').at(-1)
    const body = JSON.stringify({ sha256: await sha256 })
    const headers = { 'content-type': 'application/json' }
    const answer = await patiently(key, () => fetch(`${address}/${id}/finish`, { method: 'POST', body, headers }))
    if (!answer.ok) throw new Error(((await answer.json()) as { message: string }).message)
    sendings.delete(key)
    showUpload(key, { phase: 'done' })
    onEvidence()
  } catch (error) {
    failed(key, error)
  }
}

/** The answer to `ask`, asked again while the line is broken. */
async function patiently(key: string, ask: () => Promise<Response>): Promise<Response> {
  for (const delay of patience) {
    try {
      const answer = await ask()
      showUpload(key, { waiting: false })
      return answer
    } catch {
      showUpload(key, { waiting: true })
      await new Promise((resolve) => setTimeout(resolve, delay))
    }
  }
  return ask()
}

function failed(key: string, error: unknown): void {
  showUpload(key, { phase: 'failed', rate: null, waiting: false, failure: sentenceOf(error) })
}

const lost = 'The connection was lost. What has arrived is kept: go on when you are back.'

/** The server's own sentence where it gave one. */
function sentenceOf(error: unknown): string {
  if (error instanceof TypeError) return lost
  if (!(error instanceof DetailedError)) return error instanceof Error ? error.message : 'The upload stopped.'
  const body = error.originalResponse?.getBody()
  if (!body) return lost
  try {
    return (JSON.parse(body) as { message: string }).message
  } catch {
    return body.trim()
  }
}
