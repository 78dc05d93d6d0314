import { Checkbox } from '@/components/form/checkbox'
import { FileField } from '@/components/form/file-field'
import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-field'
import { Dialog } from '@/components/ui/dialog'
import type { Offer } from '@/lib/platform/offer'
import { importCalendarAction, importPromptSetAction } from '@/lib/references/actions'
import type { ReferenceKindName } from '@/lib/references/schema'

const words = {
  PROMPT_SET: {
    trigger: 'Import a prompt set',
    title: 'Import a prompt set',
    description: 'Prompts that are public or yours, in their order. Every log is held against the sets in use.',
    file: 'JSON lines or CSV with a field “prompt”, or one prompt a line; also with gzip. At most 8 MB.',
    accept: '.jsonl,.ndjson,.csv,.txt,.gz',
  },
  RELEASE_CALENDAR: {
    trigger: 'Import a calendar',
    title: 'Import a release calendar',
    description: 'When models came out, so that an analysis can see who moved to them at once.',
    file: 'Lines of model,time, or a JSON list of {"model", "released_at"}. A date, or a time with its zone.',
    accept: '.csv,.txt,.json',
  },
} as const

/** Opens the import of one kind of reference data. */
export function ImportReference({ kind, whyNot }: { kind: ReferenceKindName; whyNot: Offer }) {
  const { trigger, title, description, file, accept } = words[kind]
  const isSet = kind === 'PROMPT_SET'
  return (
    <Dialog trigger={trigger} tone="primary" size="sm" {...{ title, description, whyNot }}>
      <Form action={isSet ? importPromptSetAction : importCalendarAction} submit="Import">
        <TextField name="name" label="Name" hint="Results cite it by this name and its hash." autoComplete="off" />
        <TextField name="source" label="Source" hint="Where it was taken from, and which version." autoComplete="off" />
        <TextField name="licence" label="Licence" optional autoComplete="off" />
        <FileField name="file" label="File" hint={file} accept={accept} />
        {isSet && (
          <Checkbox
            name="hashesOnly"
            label="Keep hashes only"
            hint="No text of it is kept. Whole prompts are still found; prompts with words around them are not. Whoever has a prompt can check whether it is in the set."
          />
        )}
      </Form>
    </Dialog>
  )
}
