'use client'

import type { FormEvent } from 'react'
import { Select } from '@/components/form/select'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Bytes } from '@/components/ui/bytes'
import { evidenceKinds, type Kind, kindHints, kindNames, plainFileName } from '@/lib/evidence/schema'
import type { Earlier } from './send-file'

/** A file with what it seems to be. */
export type Chosen = { file: File; guess: Kind }

type Props = { files: Chosen[]; earlier: Earlier[]; onSend: (sent: Sent[]) => void }

/** A file to send, and what it is said to be. */
export type Sent = { file: File; kind: Kind }

const options = evidenceKinds.map((kind) => ({ value: kind, label: kindNames[kind] }))

/** The files about to be sent, under the names that will be kept, and one question: what each is. Empty ones are left out. */
export function ChosenFiles({ files, earlier, onSend }: Props) {
  const full = files.filter(({ file }) => file.size > 0).length
  const whyNot = full === 0 ? 'Nothing to upload: a file of zero bytes proves nothing.' : null
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const sent = files.map(({ file }, position) => ({ file, kind: form.get(`kind-${position}`) as Kind }))
    onSend(sent.filter(({ file }) => file.size > 0))
  }
  return (
    <form onSubmit={send} className="space-y-5">
      <ul className="divide-y divide-line border-y border-line">
        {files.map((chosen, position) => (
          <ChosenFile
            key={`${position}-${chosen.file.name}`}
            {...chosen}
            field={`kind-${position}`}
            earlier={earlier}
          />
        ))}
      </ul>
      <KindHints />
      <Button type="submit" tone="primary" whyNot={whyNot}>
        {full === 1 ? 'Upload the file' : `Upload ${full} files`}
      </Button>
    </form>
  )
}

function ChosenFile({ file, guess, field, earlier }: Chosen & { field: string; earlier: Earlier[] }) {
  const name = plainFileName(file.name)
  const began = earlier.some((upload) => upload.name === name && upload.size === file.size)
  return (
    <li className="grid items-center gap-x-6 gap-y-2 py-3 sm:grid-cols-[minmax(0,1fr)_12rem]">
      <div className="min-w-0 space-y-1">
        <p className="font-medium break-words">{name}</p>
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
          <Bytes value={file.size} />
          {began && <Badge tone="info">began earlier: goes on from there</Badge>}
        </p>
      </div>
      {file.size > 0 ? (
        <Select name={field} label={`What ${name} is`} hideLabel options={options} defaultValue={guess} />
      ) : (
        <p className="text-sm text-ink-2">Empty: it is left out.</p>
      )}
    </li>
  )
}

function KindHints() {
  return (
    <dl className="space-y-1 text-sm text-ink-2">
      {evidenceKinds.map((kind) => (
        <div key={kind}>
          <dt className="inline font-medium text-ink">{kindNames[kind]}: </dt>
          <dd className="inline">{kindHints[kind]}</dd>
        </div>
      ))}
    </dl>
  )
}
