'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import { type Kind, kindNames } from '@/lib/evidence/schema'
import { formatBytes, formatShare } from '@/lib/platform/format-number'
import { useUploads } from './upload-list'

export type Unfinished = {
  id: string
  name: string
  kind: Kind
  size: number
  received: number
  fingerprint: string
  expiresAt: Date
}

/** What one began and did not end, apart from what this tab is sending now. */
export function UnfinishedUploads({ uploads }: { uploads: Unfinished[] }) {
  const running = useUploads().filter(({ phase }) => phase !== 'failed' && phase !== 'done')
  const waiting = uploads.filter(({ name, size }) => !running.some((one) => one.name === name && one.size === size))
  if (waiting.length === 0) return null
  return (
    <Notice tone="info" title={waiting.length === 1 ? 'An upload stopped half way' : 'Uploads stopped half way'}>
      <p>Choose the same file again and it goes on from the byte that has arrived.</p>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {waiting.map((upload) => (
          <UnfinishedLine key={upload.id} upload={upload} />
        ))}
      </ul>
    </Notice>
  )
}

function UnfinishedLine({ upload }: { upload: Unfinished }) {
  const { id, name, kind, size, received, expiresAt } = upload
  const router = useRouter()
  const [failure, setFailure] = useState<string | null>(null)
  const call = async (address: string, method: 'POST' | 'DELETE') => {
    const answer = await fetch(address, { method })
    if (answer.ok) router.refresh()
    else setFailure(((await answer.json()) as { message: string }).message)
  }
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
      <div className="min-w-0">
        <p className="font-medium text-ink break-words">{name}</p>
        <p className="figures text-sm">
          {kindNames[kind]} · {formatBytes(received)} of {formatBytes(size)} ({formatShare(received / size, 0)}) · kept
          until <Time at={expiresAt} />
        </p>
        {failure && <p className="text-sm font-medium text-bad">{failure}</p>}
      </div>
      <div className="flex gap-2">
        {received === size && (
          <Button size="sm" onClick={() => call(`/api/uploads/${id}/finish`, 'POST')}>
            Seal what has arrived
          </Button>
        )}
        <Button size="sm" tone="quiet" onClick={() => call(`/api/uploads/${id}`, 'DELETE')}>
          Discard
        </Button>
      </div>
    </li>
  )
}
