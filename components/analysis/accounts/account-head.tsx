import { Section } from '@/components/layout/section'
import { Badge } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button-style'
import { LinkButton } from '@/components/ui/link-button'

type Props = { name: string; isSubjects: boolean; base: string }

/** Which account it is, the way to its rows, and another to compare it with. */
export function AccountHead({ name, isSubjects, base }: Props) {
  const explorer = `${base}/explorer?account=${encodeURIComponent(name)}`
  return (
    <Section
      title={<span className="font-mono break-all">{name}</span>}
      mark={isSubjects && <Badge tone="info">Subject’s</Badge>}
      actions={
        <LinkButton href={explorer} size="sm">
          All its rows
        </LinkButton>
      }
    >
      <form action={`${base}/compare`} className="flex flex-wrap gap-2">
        <input type="hidden" name="a" value={name} />
        <input
          name="b"
          required
          aria-label="Another account"
          placeholder="Another account"
          className="control w-72 font-mono"
        />
        <button type="submit" className={buttonClass('secondary')}>
          Compare with it
        </button>
      </form>
    </Section>
  )
}
