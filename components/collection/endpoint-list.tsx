import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-field'
import { Section } from '@/components/layout/section'
import { Code } from '@/components/ui/code'
import { Dialog } from '@/components/ui/dialog'
import { removeEndpointAction, replaceKeyAction } from '@/lib/collection/actions'
import type { EndpointShown } from '@/lib/collection/queries'
import { providerNames } from '@/lib/collection/schema'
import type { Offer } from '@/lib/platform/offer'
import { RegisterEndpoint } from './register-endpoint'

/** The endpoints that analysts may collect from. Their keys can be given and deleted, and are never shown. */
export function EndpointList({ endpoints, whyNot }: { endpoints: EndpointShown[]; whyNot: Offer }) {
  return (
    <Section
      title="Endpoints"
      mark={endpoints.length}
      lead="Models that analysts may put registered prompts to. Keys are kept encrypted and never shown again."
      actions={<RegisterEndpoint whyNot={whyNot} />}
    >
      {endpoints.length === 0 ? (
        <p className="text-ink-2">None is registered.</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {endpoints.map((endpoint) => (
            <EndpointEntry key={endpoint.id} endpoint={endpoint} whyNot={whyNot} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function EndpointEntry({ endpoint, whyNot }: { endpoint: EndpointShown; whyNot: Offer }) {
  const { id, name, provider, baseUrl, variant, hasKey } = endpoint
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2.5">
      <span className="min-w-0">
        {name}
        <span className="block text-sm text-ink-3">
          {providerNames[provider]}
          {variant && `, ${variant}`} · <Code>{baseUrl}</Code> · {hasKey ? 'with a key' : 'without a key'}
        </span>
      </span>
      <span className="flex flex-wrap gap-2">
        <Dialog
          trigger="Replace the key"
          whyNot={whyNot}
          title={`Another key for ${name}`}
          description="The key before is deleted at once."
        >
          <Form action={replaceKeyAction} hidden={{ endpointId: id }} submit="Replace">
            <TextField name="key" label="Key" type="password" autoComplete="off" mono />
          </Form>
        </Dialog>
        <Dialog
          trigger="Remove"
          whyNot={whyNot}
          title={`Remove ${name}`}
          description="Its key is deleted. Collections under way stop; what was collected stays."
        >
          <Form action={removeEndpointAction} hidden={{ endpointId: id }} submit="Remove endpoint" tone="danger" />
        </Dialog>
      </span>
    </li>
  )
}
