import { Page } from '@/components/layout/page'
import { PageHead } from '@/components/layout/page-head'
import { LinkButton } from '@/components/ui/link-button'

/** Within the product: what does not exist and what is not open to the reader look the same. */
export default function NotFound() {
  return (
    <Page width="text">
      <PageHead title="There is nothing at this address" />
      <p className="reading">
        It may have moved, or it is not open to you. If someone sent you the link, ask them to add you to the case.
      </p>
      <LinkButton href="/cases">Go to the cases</LinkButton>
    </Page>
  )
}
