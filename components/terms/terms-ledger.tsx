import { Section } from '@/components/layout/section'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { TextLink } from '@/components/ui/text-link'
import { formatAmount } from '@/lib/platform/format-number'
import type { Offer } from '@/lib/platform/offer'
import type { TermsDocumentRow } from '@/lib/terms/queries'
import { InForce } from './in-force'

/** Every document with its versions, latest first. */
export function TermsLedger({ documents, whyNot }: { documents: TermsDocumentRow[]; whyNot: Offer }) {
  if (documents.length === 0) return <NoTerms whyNot={whyNot} />
  return documents.map((document) => <DocumentVersions key={document.id} document={document} whyNot={whyNot} />)
}

function NoTerms({ whyNot }: { whyNot: Offer }) {
  return (
    <EmptyState
      title="No terms yet"
      action={
        <LinkButton href="/terms/new" tone="primary" whyNot={whyNot}>
          Add a document
        </LinkButton>
      }
    >
      A claim names a clause as it read at the time of the conduct, so the versions are kept here with the days they
      were in force.
    </EmptyState>
  )
}

function DocumentVersions({ document, whyNot }: { document: TermsDocumentRow; whyNot: Offer }) {
  return (
    <Section
      title={document.title}
      mark={document.provider}
      actions={
        <LinkButton href={`/terms/${document.id}/new`} size="sm" whyNot={whyNot}>
          Add a version
        </LinkButton>
      }
    >
      {document.versions.length === 0 && <p className="text-ink-3">No version yet.</p>}
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {document.versions.map((version) => (
          <li key={version.id} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 py-2.5">
            <span className="min-w-40 flex-1">
              <TextLink href={`/terms/versions/${version.id}`}>{version.label}</TextLink>
            </span>
            <InForce from={version.inForceFrom} until={version.inForceUntil} />
            <span className="figures text-sm text-ink-3">{formatAmount(version._count.clauses, 'clause')}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
