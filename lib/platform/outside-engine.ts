/** A ClickHouse of the operator's in the place of our own engines: where it is, and how it reaches our files. */

import { type FileAccess, plainName } from './engine-files'
import { env } from './env'

/** Defaults of our own engine; another one gives the same answers with them. */
const asOurs = { session_timezone: 'UTC', max_query_size: 64 * 1024 ** 2 }

/** What to connect with; null when our own engines are used. Throws for a setting that makes no sense. */
export function outsideEngine() {
  const { url, user, password: token } = env.clickHouse
  return url ? { url, user, token, files: outsideFiles(), settings: asOurs } : null
}

function outsideFiles(): FileAccess {
  const { folder, objects, cluster } = env.clickHouse
  if (!objects) return { kind: 'folder', home: env.home, seen: folder ?? env.home }
  return {
    ...{ kind: 'objects', home: env.home, collection: plainName(objects, 'TOUCHSTONE_CLICKHOUSE_OBJECTS') },
    cluster: cluster ? plainName(cluster, 'TOUCHSTONE_CLICKHOUSE_CLUSTER') : null,
  }
}

/** Which engine answers, in words and without any secret. */
export function engineInWords(): string {
  const { url, objects, cluster } = env.clickHouse
  if (!url) return 'the one of this installation'
  const shards = cluster ? ` on every shard of ${cluster}` : ''
  const files = objects
    ? `reading objects through its collection ${objects}${shards}`
    : 'reading the shared data folder'
  return `ClickHouse at ${new URL(url).host}, ${files}`
}
