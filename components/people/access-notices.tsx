import { Form } from '@/components/form/form'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import { putAwayNoticesAction } from '@/lib/people/actions'

type AccessNotice = { seq: number; at: Date; type: string; actor: { name: string } | null }

const words: Record<string, string> = {
  'person.reset-issued': 'issued a password reset link for you',
  'person.role-changed': 'changed your role',
  'person.unlocked': 'unlocked your sign-in',
  'person.password-set': 'set a new password for you',
}

/** What happened to one's own access since the last sign-in. */
export function AccessNotices({ notices }: { notices: AccessNotice[] }) {
  if (notices.length === 0) return null
  return (
    <div className="px-4 pt-5 sm:px-6">
      <Notice
        tone="warn"
        title="Your access was changed since you last signed in"
        actions={<Form action={putAwayNoticesAction} submit="I have seen this" />}
      >
        <ul>
          {notices.map(({ seq, at, type, actor }) => (
            <li key={seq}>
              {actor?.name ?? 'The system'} {words[type]}, <Time at={at} />
            </li>
          ))}
        </ul>
        <p>If you did not expect this, tell an administrator.</p>
      </Notice>
    </div>
  )
}
