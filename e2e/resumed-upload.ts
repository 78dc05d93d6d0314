/** An upload by the resumable protocol, as a patient browser makes it: whatever dies, it asks what has arrived and goes on. */

import { createHash } from 'node:crypto'
import { eventually } from './eventually'

/** Makes a request of somebody who is signed in. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>

type File = { caseId: string; name: string; bytes: Buffer }

const protocol = { 'tus-resumable': '1.0.0' }

/** Signs in by the address that the form uses. */
export async function signedIn(address: string, account: { email: string; password: string }): Promise<Ask> {
  const token = await fetch(`${address}/api/auth/csrf`)
  const { csrfToken } = (await token.json()) as { csrfToken: string }
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { cookie: cookiesOf(token) },
    body: new URLSearchParams({ ...account, csrfToken, json: 'true' }),
    redirect: 'manual',
  })
  const cookie = cookiesOf(answer)
  if (!cookie.includes('touchstone=')) throw new Error(`Signing in was refused: ${await answer.text()}`)
  return (path, init) =>
    fetch(address + path, { ...init, headers: { ...init?.headers, cookie }, signal: AbortSignal.timeout(20_000) })
}

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** Announces a usage log; the id of its upload. */
export async function announce(ask: Ask, { caseId, name, bytes }: File): Promise<string> {
  const details = { filename: name, kind: 'USAGE_LOG', caseId, fingerprint: sha256Of(bytes) }
  const metadata = Object.entries(details).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
  const headers = { ...protocol, 'upload-length': String(bytes.length), 'upload-metadata': metadata.join(',') }
  const answer = await ask('/api/uploads', { method: 'POST', headers })
  if (answer.status !== 201) throw new Error(`The upload was refused: ${answer.status} ${await answer.text()}`)
  return answer.headers.get('location')?.split('/').at(-1) ?? ''
}

/** Sends the rest in pieces, each from the byte that the server has; `between` hears how many bytes have arrived. */
export async function sendRest(
  ask: Ask,
  { uploadId, bytes, piece }: { uploadId: string; bytes: Buffer; piece: number },
  between: (arrived: number) => Promise<void> = async () => undefined,
): Promise<void> {
  const address = `/api/uploads/${uploadId}`
  let arrived = await arrivedOf(ask, address)
  while (arrived < bytes.length) {
    const headers = { ...protocol, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(arrived) }
    const body = new Uint8Array(bytes.subarray(arrived, arrived + piece))
    const answer = await ask(address, { method: 'PATCH', headers, body }).catch(() => null)
    arrived = answer?.status === 204 ? Number(answer.headers.get('upload-offset')) : await arrivedOf(ask, address)
    await between(arrived)
  }
}

function arrivedOf(ask: Ask, address: string): Promise<number> {
  return eventually('the server says how much has arrived', async () => {
    const { status, headers } = await ask(address, { method: 'HEAD', headers: protocol })
    const offset = headers.get('upload-offset')
    return status === 200 && offset !== null ? { offset: Number(offset) } : null
  }).then(({ offset }) => offset)
}

/** Says that all has arrived; asked again until it is heard. The id of the evidence item. */
export function finish(ask: Ask, uploadId: string, bytes: Buffer): Promise<string> {
  const body = JSON.stringify({ sha256: sha256Of(bytes) })
  const headers = { 'content-type': 'application/json' }
  return eventually('the upload becomes evidence', async () => {
    const answer = await ask(`/api/uploads/${uploadId}/finish`, { method: 'POST', headers, body })
    return answer.ok && ((await answer.json()) as { evidenceId: string }).evidenceId
  })
}

/** In hexadecimal. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
