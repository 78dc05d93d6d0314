/** The resumable upload protocol over our commands: nobody but the person who started an upload reaches it. */

import { randomUUID } from 'node:crypto'
import { FileStore } from '@tus/file-store'
import { MemoryLocker, Server } from '@tus/server'
import type { PersonActor } from '@/lib/platform/actor'
import { env } from '@/lib/platform/env'
import { AppError, publicMessageOf } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import { ownUpload, startUpload } from './receive-upload'
import { startUpload as startSchema } from './schema'
import { makeUploadFolder, uploadFolder } from './upload-files'

export const uploadAddress = '/api/uploads'

const locker = new MemoryLocker()
let store: FileStore | null = null

/** Answers one request of the protocol (POST, HEAD, PATCH, OPTIONS) on behalf of `actor`. */
export async function answerUpload(actor: PersonActor, request: Request): Promise<Response> {
  await makeUploadFolder()
  store ??= new FileStore({ directory: uploadFolder() })
  const server = new Server({
    path: uploadAddress,
    datastore: store,
    locker,
    relativeLocation: true,
    allowedOrigins: [],
    maxSize: env.maxUploadBytes,
    namingFunction: () => randomUUID(),
    onUploadCreate: async (_, upload) => {
      await refusable(() => admit(actor, upload))
      return {}
    },
    onIncomingRequest: async (incoming, id) => {
      if (incoming.method !== 'POST') await refusable(() => mayContinue(actor, id))
    },
  })
  return server.handleWeb(request)
}

type Announced = { id: string; size?: number; metadata?: Record<string, string | null> }

async function admit(actor: PersonActor, { id, size, metadata }: Announced): Promise<void> {
  const { filename, kind, caseId, fingerprint } = metadata ?? {}
  if (size === undefined) {
    throw new AppError('invalid-input', 'Say how many bytes the file has when the upload starts: send Upload-Length.')
  }
  const parsed = startSchema.safeParse({ uploadId: id, caseId, kind, name: filename, size, fingerprint })
  if (!parsed.success) {
    throw new AppError('invalid-input', parsed.error.issues[0]?.message ?? 'The upload was announced wrongly.')
  }
  await startUpload(actor, parsed.data)
}

async function mayContinue(actor: PersonActor, id: string): Promise<void> {
  const upload = await ownUpload(actor, id)
  if (upload.evidenceId !== null) throw new AppError('conflict', `“${upload.name}” has arrived already.`)
}

/** The protocol's own way to refuse: a status and a sentence. */
async function refusable(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof AppError)) log.error({ err: error }, 'an upload failed')
    throw { status_code: error instanceof AppError ? error.status : 500, body: publicMessageOf(error) }
  }
}
