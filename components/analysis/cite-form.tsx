'use client'

import { Form } from '@/components/form/form'
import { Select } from '@/components/form/select'
import { TextField } from '@/components/form/text-field'
import { citeAction } from '@/lib/claims/actions'

/** A claim of the case with the questions of its clause. */
export type ClaimChoice = { id: string; label: string; statement: string; elements: string[] }

type Props = {
  claims: ClaimChoice[]
  /** What is cited: fields of the citation. */
  target: { findingId: string } | { datasetId: string; rowIds: string }
}

/** Sends the chosen place as the claim and element that it stands for. */
function citeAt(form: FormData) {
  const [claimId = '', element = ''] = String(form.get('place') ?? '').split(' ')
  form.set('claimId', claimId)
  form.set('element', element)
  return citeAction(form)
}

/** Chooses a claim, or one question of its clause, and cites the target there. */
export function CiteForm({ claims, target }: Props) {
  if (claims.length === 0)
    return <p className="text-ink-2">There is no claim yet. Make one on the claims tab, then cite.</p>
  const options = claims.flatMap(({ id, label, elements }) => [
    { value: `${id} `, label: `${label}: the claim as a whole` },
    ...elements.map((question, i) => ({ value: `${id} ${i}`, label: `${label}: ${i + 1}. ${question}` })),
  ])
  return (
    <Form action={citeAt} submit="Cite" hidden={target} done="Cited in the claim">
      <Select name="place" label="Claim or element that it supports" options={options} />
      <TextField name="note" label="What it shows" optional maxLength={2000} />
    </Form>
  )
}
