'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import { StateMark } from '@/components/ui/state-mark'
import { TextLink } from '@/components/ui/text-link'
import { cancelSending, dismissSending, pauseSending, resumeSending } from './send-file'
import type { UploadPhase, UploadShown } from './upload-list'

/** One upload: what, how far, how fast, how long, and what can be done about it. */
export function UploadLine({ upload }: { upload: UploadShown }) {
  const { name, phase, failure, waiting, caseNumber } = upload
  return (
    <li className="space-y-2 py-3">
      <Amount upload={upload} name={name} />
      {waiting && (phase === 'sending' || phase === 'checking') && (
        <p className="text-sm text-warn">The server does not answer. Trying again; what has arrived is kept.</p>
      )}
      {failure && <p className="text-sm text-bad">{failure}</p>}
      <div className="flex flex-wrap items-center justify-between gap-2 text-sm text-ink-2">
        <TextLink href={`/cases/${caseNumber}/evidence`}>{caseNumber}</TextLink>
        <span className="flex gap-1">{buttonsOf(phase, upload.key)}</span>
      </div>
    </li>
  )
}

function Amount({ upload, name }: { upload: UploadShown; name: string }) {
  const { phase, size, sent, hashed, rate } = upload
  if (phase === 'done' || phase === 'failed') {
    return (
      <p className="flex items-baseline justify-between gap-4">
        <span className="min-w-0 truncate font-medium">{name}</span>
        <StateMark tone={phase === 'done' ? 'info' : 'bad'}>{phase === 'done' ? 'Arrived' : 'Stopped'}</StateMark>
      </p>
    )
  }
  if (phase === 'checking') return <Progress label={`Hashing ${name}`} value={hashed} max={size} unit="bytes" />
  const secondsLeft = rate ? (size - sent) / rate : null
  const label = phase === 'preparing' ? `Reading ${name}` : phase === 'paused' ? `${name}, paused` : name
  return <Progress label={label} value={sent} max={size} unit="bytes" rate={rate} secondsLeft={secondsLeft} />
}

function buttonsOf(phase: UploadPhase, key: string): ReactNode {
  const button = (label: string, work: () => unknown) => (
    <Button key={label} size="sm" tone="quiet" onClick={() => void work()}>
      {label}
    </Button>
  )
  const cancel = button('Cancel', () => cancelSending(key))
  switch (phase) {
    case 'sending':
      return [button('Pause', () => pauseSending(key)), cancel]
    case 'paused':
      return [button('Go on', () => resumeSending(key)), cancel]
    case 'failed':
      return [button('Try again', () => resumeSending(key)), button('Put away', () => dismissSending(key))]
    case 'done':
      return button('Put away', () => dismissSending(key))
    case 'preparing':
      return cancel
    case 'checking':
      return null
  }
}
