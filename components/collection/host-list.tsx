import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-field'
import { Section } from '@/components/layout/section'
import { Code } from '@/components/ui/code'
import { Dialog } from '@/components/ui/dialog'
import { Time } from '@/components/ui/time'
import { allowHostAction, refuseHostAction } from '@/lib/collection/actions'
import type { Offer } from '@/lib/platform/offer'

type Props = { hosts: { host: string; addedAt: Date; addedBy: { name: string } }[]; whyNot: Offer }

/** The hosts that requests may go to: while there is none, nothing leaves this installation. */
export function HostList({ hosts, whyNot }: Props) {
  return (
    <Section
      title="Hosts that may be asked"
      mark={hosts.length}
      lead="Collections send prompts to these hosts alone, and only when an analyst starts one. Redirects are not followed."
      actions={<AllowHost whyNot={whyNot} />}
    >
      {hosts.length === 0 ? (
        <p className="text-ink-2">None: nothing is sent anywhere.</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {hosts.map(({ host, addedAt, addedBy }) => (
            <li key={host} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2.5">
              <span className="min-w-0">
                <Code>{host}</Code>
                <span className="block text-sm text-ink-3">
                  allowed <Time at={addedAt} /> by {addedBy.name}
                </span>
              </span>
              <Form
                action={refuseHostAction}
                hidden={{ host }}
                submit="Take off the list"
                tone="secondary"
                whyNot={whyNot}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function AllowHost({ whyNot }: { whyNot: Offer }) {
  return (
    <Dialog
      trigger="Allow a host"
      whyNot={whyNot}
      title="Allow a host"
      description="Endpoints can then be registered on it. It goes into the record."
    >
      <Form action={allowHostAction} submit="Allow">
        <TextField
          name="host"
          label="Host"
          hint="Like api.example.com, or models.example.com:8443."
          autoComplete="off"
          mono
        />
      </Form>
    </Dialog>
  )
}
