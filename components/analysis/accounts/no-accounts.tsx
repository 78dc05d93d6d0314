import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

type Props = { /** How many accounts the log names. */ named: number; base: string }

/** Why no account is listed: none was found, or the log names none to measure by. */
export function NoAccounts({ named, base }: Props) {
  if (named > 0) {
    return (
      <EmptyState title="No account matches" action={<LinkButton href={base}>Show all accounts</LinkButton>}>
        Search for another part of its name.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="This log names no account"
      action={<LinkButton href={`${base}/explorer`}>Open the rows</LinkButton>}
    >
      Signals are measured by account, so none can be computed here. The rows can be read and cited one by one.
    </EmptyState>
  )
}
