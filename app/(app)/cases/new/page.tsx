import type { Metadata } from 'next'
import { Form } from '@/components/form/form'
import { RadioGroup } from '@/components/form/radio-group'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { Page } from '@/components/layout/page'
import { PageHead } from '@/components/layout/page-head'
import { LinkButton } from '@/components/ui/link-button'
import { fileCaseAction } from '@/lib/cases/actions'
import { whyNotFile } from '@/lib/cases/policy'
import { requireActor } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'File a case' }

export default async function NewCasePage() {
  const actor = await requireActor()
  return (
    <Page width="text">
      <PageHead title="File a case" facts="A draft that you own. Nobody reviews it until you submit it." />
      <Form
        action={fileCaseAction}
        submit="File the case"
        whyNot={whyNotFile(actor)}
        beside={<LinkButton href="/cases">Cancel</LinkButton>}
      >
        <TextField name="title" label="Title" hint="What is suspected, in a few words." maxLength={200} />
        <RadioGroup
          name="severity"
          legend="Severity"
          defaultValue="MEDIUM"
          choices={[
            { value: 'LOW', label: 'Low' },
            { value: 'MEDIUM', label: 'Medium' },
            { value: 'HIGH', label: 'High', hint: 'Needs two approvals by different reviewers.' },
          ]}
        />
        <TextArea
          name="facts"
          label="What happened"
          optional
          rows={8}
          hint="Three to six sentences that a stranger understands. You can add to it while the case is a draft."
        />
      </Form>
    </Page>
  )
}
