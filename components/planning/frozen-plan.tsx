import { Section } from '@/components/layout/section'
import { CodeBlock } from '@/components/ui/code'
import { LinkButton } from '@/components/ui/link-button'
import type { PlanShown } from '@/lib/planning/queries'

/** The bytes that a plan's hash is over, to read and to take away. */
export function FrozenPlan({ shown: { id, body } }: { shown: PlanShown }) {
  return (
    <Section
      title="As it was frozen"
      lead="The canonical JSON (RFC 8785) that the SHA-256 above is over. “touchstone compare --plan” holds a comparison against it."
      actions={
        <LinkButton download href={`/api/plans/${id}`}>
          Download the plan
        </LinkButton>
      }
    >
      <CodeBlock>{body}</CodeBlock>
    </Section>
  )
}
