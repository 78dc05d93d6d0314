/** The ClickHouse servers whose tables may be attached: those in the administrator's file, and none that a user names. */

import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Engine, engineAt } from './engine'
import { env } from './env'
import { AppError } from './errors'

const schema = z.array(
  z.strictObject({
    name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 _-]{0,60}$/),
    url: z.url({ protocol: /^https?$/ }),
    user: z.string().optional(),
    password: z.string().default(''),
    /** The only tables that a query may read, each `database.table`. */
    tables: z.array(z.string().regex(/^\w+\.\w+$/)).min(1),
    maxRows: z.number().int().positive().default(100_000_000),
    maxSeconds: z.number().int().positive().default(3600),
  }),
)

export type AttachConnection = z.infer<typeof schema>[number]

/** Every connection, as the file says now; none without one. Throws `unavailable` for a file that cannot be used, without its content. */
export function attachConnections(): AttachConnection[] {
  const path = env.attachFile
  if (!path) return []
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    const sentence =
      'The file of TOUCHSTONE_ATTACH_FILE cannot be used. Tell your administrator to look at docs/growth.md.'
    throw new AppError('unavailable', sentence)
  }
}

/** The connection of this name. Throws `not-found` when the administrator's file has none. */
export function attachConnection(name: string): AttachConnection {
  const found = attachConnections().find((each) => each.name === name)
  if (found) return found
  throw new AppError('not-found', `There is no connection “${name}” any more. Ask your administrator.`)
}

/** That server, for reading within the administrator's limits. The caller closes it. */
export function attachedEngine({ url, user, password, maxRows, maxSeconds }: AttachConnection): Engine {
  const limits = { max_execution_time: maxSeconds, max_result_rows: String(maxRows), result_overflow_mode: 'throw' }
  const text = {
    session_timezone: 'UTC',
    date_time_output_format: 'simple',
    max_bytes_before_external_sort: String(2 ** 30),
  }
  const settings = { readonly: '1', ...limits, ...text }
  return engineAt({ url, user, token: password, timeoutMs: (maxSeconds + 60) * 1000, settings })
}
