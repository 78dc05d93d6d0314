/** The requests of one account that carry one value of a link table. */

import { templateRows } from '@/lib/signals/explorer/template-rows'
import type { ClusterLink } from '@/lib/signals/log-analysis'
import type { RowsBehindRequest } from '@/lib/signals/signal-definition'
import type { Statement } from '@/lib/signals/workspace'
import { linkedRows } from './linked-rows'

type Request = Omit<RowsBehindRequest, 'values'> & { link: Pick<ClusterLink, 'attribute' | 'value'> }

/** `row_id` and `reason`, strongest first. A network of texts is shown by the sentence that it is named by. */
export function linkRows({ link, ...request }: Request): Statement {
  if (link.attribute === 'template') return templateRows({ ...request, template: link.value })
  const value = link.attribute === 'text_network' ? (link.value.split(', ').at(-1) ?? '') : link.value
  return linkedRows({ ...request, values: [value] })
}
