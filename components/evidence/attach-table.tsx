import { Form } from '@/components/form/form'
import { Select } from '@/components/form/select'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { Dialog } from '@/components/ui/dialog'
import { attachTableAction } from '@/lib/evidence/actions'
import type { AttachableServer } from '@/lib/evidence/attachable-servers'
import type { Offer } from '@/lib/platform/offer'

type Props = { number: string; servers: AttachableServer[]; whyNot: Offer }

const exampleColumns = 'account_id = customer\ntimestamp = created_at\nmodel = model\nprompt = input\nresponse = output'

/** Brings the rows of a query in as evidence; offered where an administrator opened tables to this. */
export function AttachTable({ number, servers, whyNot }: Props) {
  if (servers.length === 0) return null
  return (
    <Dialog
      trigger="Attach a table"
      whyNot={whyNot}
      title="Attach rows of a ClickHouse table"
      description="The query runs once, read-only. Its rows are sorted and sealed here with the query, their number and a SHA-256; later the table can be asked again and compared."
    >
      <Form action={attachTableAction} submit="Attach and seal" hidden={{ number }}>
        <Select
          name="connection"
          label="Server"
          options={servers.map(({ name }) => ({ value: name, label: name }))}
          defaultValue={servers[0]?.name}
        />
        <TextField name="name" label="Name" hint="As the case will cite it." maxLength={200} />
        <TextArea
          name="query"
          label="Query"
          hint={`One SELECT. Open are: ${servers.map(({ name, tables }) => `${tables.join(', ')} (${name})`).join('; ')}.`}
          rows={5}
          look="mono"
          maxLength={20_000}
        />
        <TextArea
          name="columns"
          label="Columns"
          hint="One a line: our field = column of the query. account_id and timestamp are needed."
          rows={6}
          look="mono"
          placeholder={exampleColumns}
        />
      </Form>
    </Dialog>
  )
}
