import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-field'
import { Page } from '@/components/layout/page'
import { PageHead } from '@/components/layout/page-head'
import { LinkButton } from '@/components/ui/link-button'
import { requireActor } from '@/lib/platform/session'
import { addDocumentAction } from '@/lib/terms/actions'
import { whyNotEnterTerms } from '@/lib/terms/policy'

export default async function NewDocumentPage() {
  const actor = await requireActor()
  return (
    <Page width="text">
      <PageHead title="Add a document" facts="Its first version comes next." />
      <Form
        action={addDocumentAction}
        submit="Add the document"
        whyNot={whyNotEnterTerms(actor)}
        beside={<LinkButton href="/terms">Cancel</LinkButton>}
      >
        <TextField name="provider" label="Provider" hint="Whose terms these are." />
        <TextField name="title" label="Title" hint="For instance “Terms of use” or “Business terms”." />
      </Form>
    </Page>
  )
}
