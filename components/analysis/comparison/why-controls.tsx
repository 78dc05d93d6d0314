import { Notice } from '@/components/ui/notice'

/** What controls are for, and which to take, for whoever chooses models. */
export function WhyControls() {
  return (
    <Notice tone="neutral" title="Why controls are needed">
      All assistants share a common way of writing. Only beside models that cannot have learned from a candidate does
      likeness mean anything. Eight or more make a population; an older version of the suspect, from before it could
      have seen a candidate’s output, is the best control there is. Leave out models of the suspect’s or a candidate’s
      own family. Without controls the comparison is refused.
    </Notice>
  )
}
