/** PostgreSQL as its owner, beside a running installation: looks at what is written, and holds a row or a table to stop others at it. */

import pg from 'pg'

export type Held = { release: () => Promise<void> }

export type Owner = {
  /** The rows of one statement, on a connection of its own: the database may have been killed since the last. */
  rows: <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>
  /** Keeps the locks that the statement takes until they are released, or the database dies. */
  hold: (sql: string, values?: unknown[]) => Promise<Held>
}

/** Nothing is opened before it is needed. */
export function ownerAt(connectionString: string): Owner {
  const connect = async () => {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 })
    client.on('error', () => undefined)
    await client.connect()
    return client
  }
  return {
    rows: async (sql, values) => {
      const client = await connect()
      try {
        return (await client.query(sql, values)).rows
      } finally {
        await client.end().catch(() => undefined)
      }
    },
    hold: async (sql, values) => {
      const client = await connect()
      await client.query('BEGIN')
      await client.query(sql, values)
      return { release: () => client.end().catch(() => undefined) }
    },
  }
}
