import { Form } from '@/components/form/form'
import { Select } from '@/components/form/select'
import { TextField } from '@/components/form/text-field'
import { Dialog } from '@/components/ui/dialog'
import { registerEndpointAction } from '@/lib/collection/actions'
import { providerNames, providers } from '@/lib/collection/schema'
import type { Offer } from '@/lib/platform/offer'

/** Registers where a model can be asked; what is typed as its key leaves the browser once and never comes back. */
export function RegisterEndpoint({ whyNot }: { whyNot: Offer }) {
  return (
    <Dialog
      trigger="Register an endpoint"
      whyNot={whyNot}
      title="Register an endpoint"
      description="Its host has to be on the list of allowed hosts."
    >
      <Form action={registerEndpointAction} submit="Register">
        <TextField name="name" label="Name" autoComplete="off" />
        <Select
          name="provider"
          label="Interface"
          options={providers.map((value) => ({ value, label: providerNames[value] }))}
        />
        <TextField
          name="baseUrl"
          label="Base address"
          hint="Up to and with the version, like https://api.example.com/v1."
          autoComplete="off"
          mono
        />
        <TextField
          name="variant"
          label="Region or API version"
          hint="Bedrock needs its region. Azure takes an API version where deployments are addressed by it."
          autoComplete="off"
          optional
          mono
        />
        <KeyField />
      </Form>
    </Dialog>
  )
}

/** A key leaves the browser once; nothing brings it back. */
function KeyField() {
  return (
    <TextField
      name="key"
      label="Key"
      hint="Encrypted here and never shown again, not even in part. For Bedrock an API key, or ID:SECRET."
      type="password"
      autoComplete="off"
      optional
      mono
    />
  )
}
