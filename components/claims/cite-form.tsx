'use client'

import { Form } from '@/components/form/form'
import { Select } from '@/components/form/select'
import { TextArea } from '@/components/form/text-area'
import { TextLink } from '@/components/ui/text-link'
import { citeAction } from '@/lib/claims/actions'
import type { Citable } from '@/lib/claims/citable'
import type { ActionResult } from '@/lib/platform/action-result'

type Props = { claimId: string; elements: string[]; targets: Citable; number: string }

/** `evidence:ID` or `finding:ID`, as the one choice of what to cite. */
async function send(form: FormData): Promise<ActionResult<unknown>> {
  const [kind, id = ''] = String(form.get('target') ?? '').split(':')
  form.delete('target')
  if (kind) form.set(kind === 'finding' ? 'findingId' : 'evidenceId', id)
  return citeAction(form)
}

/** Cites an evidence item or a finding; rows are cited where they are read. */
export function CiteForm({ claimId, elements, targets, number }: Props) {
  const options = [
    ...targets.findings.map(({ id, title }) => ({ value: `finding:${id}`, label: `Finding: ${title}` })),
    ...targets.evidence.map(({ id, name }) => ({ value: `evidence:${id}`, label: `Evidence: ${name}` })),
  ]
  return (
    <Form action={send} submit="Cite" hidden={{ claimId }}>
      <Select
        name="target"
        label="What"
        prompt={options.length > 0 ? 'Choose what to cite' : 'Nothing can be cited yet'}
        options={options}
      />
      {elements.length > 0 && (
        <Select
          name="element"
          label="Which question it answers"
          options={[
            ...elements.map((element, at) => ({ value: String(at), label: `${at + 1}. ${element}` })),
            { value: '', label: 'The claim as a whole' },
          ]}
        />
      )}
      <TextArea name="note" label="Note" optional rows={2} />
      <p className="text-sm text-ink-3">
        To cite single rows of a log, open its explorer from{' '}
        <TextLink href={`/cases/${number}/evidence`}>Evidence</TextLink>, choose the rows and press C.
      </p>
    </Form>
  )
}
