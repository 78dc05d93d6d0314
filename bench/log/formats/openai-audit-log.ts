/** Sign-ins: an event whenever an account is seen at an address for the first time. It names no request. */

import type { LogRecord } from '../record'
import { type LogWriter, seconds } from './log-format'

/** A writer of its own for each log, since it remembers who was seen. */
export const openaiAuditLog = (): LogWriter => {
  const seen = new Set<string>()
  return {
    write: (record) => {
      const name = `${record.account_id} ${record.ip}`
      if (seen.has(name)) return ''
      seen.add(name)
      return JSON.stringify(signIn(record))
    },
    carries: {},
  }
}

const signIn = (record: LogRecord) => ({
  object: 'organization.audit_log',
  id: record.request_id.replace('syn-', 'audit_log-'),
  type: 'login.succeeded',
  effective_at: seconds(record),
  project: { id: record.account_id, name: record.account_id },
  actor: {
    type: 'session',
    session: {
      user: { id: `user-${record.account_id}`, email: `owner@${record.email_domain}` },
      ip_address: record.ip,
      user_agent: record.user_agent,
      ip_address_details: { country: record.country, asn: record.asn.replace('AS', '') },
    },
  },
})
