import { Form } from '@/components/form/form'
import { Select } from '@/components/form/select'
import { TextField } from '@/components/form/text-field'
import { startCollectionAction } from '@/lib/collection/actions'
import { hostOf } from '@/lib/collection/host-of'
import type { EndpointShown } from '@/lib/collection/queries'
import { providerNames } from '@/lib/collection/schema'

type Props = { number: string; planId: string; endpoints: EndpointShown[]; models: string[]; whyNot: string | null }

/** Whom to ask, at which pace and within which budget. The plan says what is asked and how. */
export function StartForm({ number, planId, endpoints, models, whyNot }: Props) {
  const options = endpoints.map(({ id, name, provider, baseUrl }) => ({
    value: id,
    label: `${name}: ${providerNames[provider]} at ${hostOf(baseUrl)}`,
  }))
  return (
    <Form action={startCollectionAction} hidden={{ number, planId }} submit="Start to collect" whyNot={whyNot}>
      <Select
        name="endpointId"
        label="Endpoint"
        hint="The prompts go to this host, and nowhere else."
        prompt="Choose an endpoint"
        options={options}
      />
      <TextField
        name="modelId"
        label="Model at the endpoint"
        hint="The name, deployment or model id that the endpoint asks for."
        autoComplete="off"
        mono
      />
      <Select
        name="model"
        label="Model of the plan"
        hint="The name that its answers will carry in the comparison."
        prompt="As it is called at the endpoint"
        options={models.map((model) => ({ value: model, label: model }))}
        optional
      />
      <PaceFields />
    </Form>
  )
}

const counted = { type: 'number', inputMode: 'numeric', min: 1 } as const

/** How fast and how much may be asked. */
function PaceFields() {
  return (
    <>
      <div className="grid max-w-xl gap-5 sm:grid-cols-3">
        <TextField {...counted} name="concurrency" label="Requests at a time" defaultValue="4" max={32} />
        <TextField {...counted} name="timeoutSeconds" label="Longest wait in s" defaultValue="120" max={900} />
        <TextField {...counted} name="attempts" label="Tries for a prompt" defaultValue="6" max={20} />
      </div>
      <div className="grid max-w-xl gap-5 sm:grid-cols-2">
        <TextField {...counted} name="requests" label="Budget in requests" optional />
        <TextField {...counted} name="tokens" label="Budget in tokens" optional />
      </div>
    </>
  )
}
