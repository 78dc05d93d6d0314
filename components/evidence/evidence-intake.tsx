'use client'

import { Upload } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { DialogFrame } from '@/components/ui/dialog-frame'
import type { Offer } from '@/lib/platform/offer'
import { type Chosen, ChosenFiles, type Sent } from './chosen-files'
import { guessKind } from './guess-kind'
import { type Earlier, sendFile } from './send-file'
import { useFileDrop } from './use-file-drop'

type Props = {
  caseId: string
  caseNumber: string
  /** Uploads that stopped earlier: the same file goes on from where it was. */
  earlier: Earlier[]
  whyNot: Offer
}

/** The way in: a button, or files dropped anywhere on the page; then one question, what each file is. */
export function EvidenceIntake({ caseId, caseNumber, earlier, whyNot }: Props) {
  const router = useRouter()
  const [files, setFiles] = useState<Chosen[]>([])
  const choose = async (chosen: File[]) =>
    setFiles(await Promise.all(chosen.map(async (file) => ({ file, guess: await guessKind(file) }))))
  const hovering = useFileDrop(whyNot === null, choose)
  const send = (sent: Sent[]) => {
    for (const one of sent) void sendFile({ ...one, caseId, caseNumber, earlier }, () => router.refresh())
    setFiles([])
  }
  return (
    <>
      <ChooseButton whyNot={whyNot} onFiles={choose} />
      <ChosenDialog
        files={files}
        caseNumber={caseNumber}
        earlier={earlier}
        onSend={send}
        onClose={() => setFiles([])}
      />
      {hovering && <DropVeil caseNumber={caseNumber} />}
    </>
  )
}

function ChooseButton({ whyNot, onFiles }: { whyNot: Offer; onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        tone="primary"
        icon={<Upload aria-hidden className="size-4" />}
        whyNot={whyNot}
        onClick={() => input.current?.click()}
      >
        Add evidence
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to add as evidence"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
    </>
  )
}

type DialogProps = {
  files: Chosen[]
  caseNumber: string
  earlier: Earlier[]
  onSend: (sent: Sent[]) => void
  onClose: () => void
}

function ChosenDialog({ files, caseNumber, earlier, onSend, onClose }: DialogProps) {
  const one = files.length === 1
  return (
    <DialogFrame
      wide
      title={one ? 'What is this file?' : 'What are these files?'}
      description={`${one ? 'It becomes' : 'They become'} evidence of ${caseNumber}. Every byte is hashed here and again on the server.`}
      open={files.length > 0}
      onOpenChange={(open) => !open && onClose()}
    >
      <ChosenFiles files={files} earlier={earlier} onSend={onSend} />
    </DialogFrame>
  )
}

function DropVeil({ caseNumber }: { caseNumber: string }) {
  return (
    <div className="pointer-events-none fixed inset-0 z-50 flex items-center justify-center bg-veil p-6">
      <p className="rounded-md border-2 border-dashed border-accent bg-float px-8 py-6 text-lg font-semibold shadow-float">
        Drop to add as evidence of {caseNumber}
      </p>
    </div>
  )
}
