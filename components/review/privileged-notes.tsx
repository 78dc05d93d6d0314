import { Form } from '@/components/form/form'
import { TextArea } from '@/components/form/text-area'
import { Section } from '@/components/layout/section'
import { Badge } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import { writeNoteAction } from '@/lib/review/actions'

type Note = { id: string; text: string; writtenAt: Date; author: { name: string } }

/** Legal analysis for legal reviewers alone; no export can contain it. */
export function PrivilegedNotes({ number, notes }: { number: string; notes: Note[] }) {
  return (
    <Section
      title={
        <>
          Privileged notes <Badge>Legal only</Badge>
        </>
      }
      lead="Only legal reviewers read these. No summary or export can contain them, and the record holds only that they were written."
    >
      <ul className="space-y-4 empty:hidden">
        {notes.map((note) => (
          <li key={note.id} className="space-y-1 border-l-2 border-line-2 pl-3">
            <p className="reading whitespace-pre-line">{note.text}</p>
            <p className="text-sm text-ink-3">
              {note.author.name}, <Time at={note.writtenAt} />
            </p>
          </li>
        ))}
      </ul>
      <Form action={writeNoteAction} submit="Write the note" hidden={{ number }} again>
        <TextArea name="text" label="Note" rows={4} />
      </Form>
    </Section>
  )
}
