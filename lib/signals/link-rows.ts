/** The requests of one account that carry one value of a link table. */

import { linkedRows } from './linked-rows'
import type { ClusterLink } from './log-analysis'
import type { RowsBehindRequest } from './signal-definition'
import { templateRows } from './template-rows'
import type { Statement } from './workspace'

type Request = Omit<RowsBehindRequest, 'values'> & { link: Pick<ClusterLink, 'attribute' | 'value'> }

/** `row_id` and `reason`, strongest first. A network of texts is shown by the sentence that it is named by. */
export function linkRows({ link, ...request }: Request): Statement {
  if (link.attribute === 'template') return templateRows({ ...request, template: link.value })
  const value = link.attribute === 'text_network' ? (link.value.split(', ').at(-1) ?? '') : link.value
  return linkedRows({ ...request, values: [value] })
}
