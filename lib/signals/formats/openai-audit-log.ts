/** OpenAI's audit log: what administrators did, from where. It has identities and addresses, and no request to a model. */

import type { LogFormat } from './log-format'
import { hasAll } from './record-shape'
import { address, domainOf, fieldsOf, filled, firstFilled } from './sql-values'

const text = (...names: string[]) => names.map((name) => `${name} Nullable(String)`).join(', ')
const actorType = `Tuple(type Nullable(String), session Tuple(user Tuple(${text('id', 'email')}), ${text('ip_address', 'user_agent')},
    ip_address_details Tuple(${text('country', 'asn')})),
  api_key Tuple(id Nullable(String), user Tuple(${text('id', 'email')}), service_account Tuple(id Nullable(String))))`
const user = firstFilled('actor.session.user.id', 'actor.api_key.user.id', 'actor.api_key.service_account.id')

export const openaiAuditLog: LogFormat = {
  id: 'openai-audit-log',
  name: 'OpenAI audit log',
  rows: 'events',
  recognises: (record) => hasAll(record, 'effective_at', 'actor', 'type'),
  fields: ['id', 'effective_at', 'project', 'actor'],
  ignored: ['object'],
  steps: {
    project: fieldsOf('r.project', ['id', 'name']),
    actor: `JSONExtract(ifNull(r.actor, ''), '${actorType}')`,
  },
  time: 'r.effective_at',
  columns: {
    request_id: filled('r.id'),
    org_id: filled('project.id'),
    account_id: `coalesce(${firstFilled('project.id')}, ${user}, ${filled('actor.api_key.id')})`,
    user_id: user,
    api_key_id: filled('actor.api_key.id'),
    ip: address('actor.session.ip_address'),
    asn: filled('actor.session.ip_address_details.asn'),
    country: filled('actor.session.ip_address_details.country'),
    user_agent: filled('actor.session.user_agent'),
    email_domain: domainOf(firstFilled('actor.session.user.email', 'actor.api_key.user.email')),
  },
  keeps: { actor: `nullIf(r.actor, '')` },
}
