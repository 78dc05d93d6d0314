'use client'

import { useState } from 'react'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'

export type ClauseDraft = { number: string; title: string; text: string; elements: string[] }

const blank: ClauseDraft = { number: '', title: '', text: '', elements: [] }

/** The clauses of a version, each with its elements, one question per line. They travel as one JSON field. */
export function ClauseFields({ clauses }: { clauses: ClauseDraft[] }) {
  const [drafts, setDrafts] = useState(
    clauses.length > 0 ? clauses.map((draft, key) => ({ key, draft })) : [{ key: 0, draft: blank }],
  )
  const change = (key: number, part: Partial<ClauseDraft>) =>
    setDrafts((all) => all.map((entry) => (entry.key === key ? { key, draft: { ...entry.draft, ...part } } : entry)))
  const add = () => setDrafts((all) => [...all, { key: Math.max(0, ...all.map(({ key }) => key)) + 1, draft: blank }])
  const sent = drafts.map(({ draft: { number, title, text, elements } }) => ({
    number,
    title,
    text,
    elements: elements.filter((line) => line.trim() !== ''),
  }))
  return (
    <fieldset className="space-y-6 border-t border-line pt-5">
      <legend className="pr-3 text-lg font-semibold">Clauses</legend>
      <input type="hidden" name="clauses" value={JSON.stringify(sent)} />
      {drafts.map(({ key, draft }) => (
        <div
          key={key}
          className="space-y-4 border-b border-line pb-5"
          onInput={(event) => readInto(event.target, (part) => change(key, part))}
        >
          <OneClause id={key} draft={draft} />
          {drafts.length > 1 && (
            <Button size="sm" onClick={() => setDrafts((all) => all.filter((entry) => entry.key !== key))}>
              Leave this clause out
            </Button>
          )}
        </div>
      ))}
      <Button size="sm" onClick={add}>
        Add a clause
      </Button>
    </fieldset>
  )
}

function OneClause({ id, draft }: { id: number; draft: ClauseDraft }) {
  return (
    <>
      <TextField name={`clause-${id}-number`} label="Number" defaultValue={draft.number} />
      <TextField name={`clause-${id}-title`} label="Title" defaultValue={draft.title} />
      <TextArea
        name={`clause-${id}-text`}
        label="Text of the clause"
        look="reading"
        rows={4}
        defaultValue={draft.text}
      />
      <TextArea
        name={`clause-${id}-elements`}
        label="Elements"
        optional
        rows={3}
        hint="What must be shown for a breach: one yes/no question per line."
        defaultValue={draft.elements.join('\n')}
      />
    </>
  )
}

function readInto(target: EventTarget, change: (part: Partial<ClauseDraft>) => void): void {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
  const field = target.name.split('-').at(-1)
  if (field === 'elements') change({ elements: target.value.split('\n') })
  else if (field) change({ [field]: target.value })
}
