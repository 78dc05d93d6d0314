import { Section } from '@/components/layout/section'
import { LinkButton } from '@/components/ui/link-button'
import { TextLink } from '@/components/ui/text-link'

/** The findings of a case by title, each a link to what was measured. */
export function FindingLines({ findings, base }: { findings: { id: string; title: string }[]; base: string }) {
  if (findings.length === 0) return null
  return (
    <Section
      title="Findings"
      mark={findings.length}
      actions={
        <LinkButton href={`${base}/findings`} size="sm">
          Open findings
        </LinkButton>
      }
    >
      <ul className="divide-y divide-line border-y border-line">
        {findings.map(({ id, title }) => (
          <li key={id} className="py-2.5">
            <TextLink href={`${base}/findings#${id}`}>{title}</TextLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}
