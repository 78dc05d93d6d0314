import { Notice } from '@/components/ui/notice'
import type { PlannedRoles } from '@/lib/analysis/comparison/planned-roles'

/** Says which registered plan fills the form, and whose outputs it still waits for. */
export function PlannedComparison({ planned: { title, missing } }: { planned: PlannedRoles }) {
  return (
    <Notice tone={missing.length > 0 ? 'warn' : 'info'} title={`By the plan “${title}”`}>
      The roles and the seed are the plan’s. Changes are possible, and the result will name each of them.
      {missing.length > 0 && ` The case holds no outputs of ${missing.join(', ')} yet: collect or upload them first.`}
    </Notice>
  )
}
