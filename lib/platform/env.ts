/** The only reader of the environment: every setting with its default and its meaning. */

import { join, resolve } from 'node:path'

const read = (name: string): string | undefined => process.env[name] || undefined

const bytes = (name: string, fallback: number): number => {
  const value = Number(read(name))
  return Number.isFinite(value) && value > 0 ? value : fallback
}

const GiB = 1024 ** 3

export const env = {
  /** Data folder: database, blobs, datasets, secrets. */
  get home() {
    return resolve(/* turbopackIgnore: true */ read('TOUCHSTONE_HOME') ?? '.touchstone')
  },
  /** PostgreSQL as the role of web and worker: owns nothing, may only insert events. */
  get databaseUrl() {
    return read('TOUCHSTONE_APP_URL') ?? read('DATABASE_URL')
  },
  /** PostgreSQL as the owner, for migrations, backup and tests; absent when none was given. */
  get ownerUrl() {
    return read('TOUCHSTONE_OWNER_URL')
  },
  /** False when web and worker connect as the owner of the tables, so that only triggers guard the record; Settings says so. */
  get separateOwner() {
    return read('TOUCHSTONE_SEPARATE_OWNER') !== '0'
  },
  /** Address and token of the engine that answers pages. */
  get engineUrl() {
    return read('TOUCHSTONE_ENGINE_URL')
  },
  /** Address of the engine that does long work. */
  get batchEngineUrl() {
    return read('TOUCHSTONE_BATCH_ENGINE_URL')
  },
  get engineToken() {
    return read('TOUCHSTONE_ENGINE_TOKEN')
  },
  /** A ClickHouse of the operator's, instead of the engines of this installation; see docs/growth.md. */
  get clickHouse() {
    return {
      url: read('TOUCHSTONE_CLICKHOUSE_URL'),
      user: read('TOUCHSTONE_CLICKHOUSE_USER'),
      password: read('TOUCHSTONE_CLICKHOUSE_PASSWORD') ?? '',
      /** Our data folder as that server sees it; the same path when not said. */
      folder: read('TOUCHSTONE_CLICKHOUSE_FOLDER'),
      /** Its named collection over the bucket that holds our blobs; without it files are read from the folder. */
      objects: read('TOUCHSTONE_CLICKHOUSE_OBJECTS'),
      /** The cluster whose shards read the objects together. */
      cluster: read('TOUCHSTONE_CLICKHOUSE_CLUSTER'),
    }
  },
  /** File of the servers whose tables may be attached as evidence; see docs/growth.md. */
  get attachFile() {
    return read('TOUCHSTONE_ATTACH_FILE')
  },
  /** Public address of the web server, e.g. http://localhost:3000. */
  get baseUrl() {
    return read('NEXTAUTH_URL') ?? 'http://localhost:3000'
  },
  get authSecret() {
    return read('NEXTAUTH_SECRET')
  },
  /** 32 bytes in hex under which keys of endpoints are kept. */
  get endpointSecret() {
    return read('TOUCHSTONE_ENDPOINT_SECRET')
  },
  /** True where collections may ask loopback and private addresses, and by plain http. */
  get privateEndpoints() {
    return read('TOUCHSTONE_PRIVATE_ENDPOINTS') === '1'
  },
  /** True when the server listens beyond loopback: demonstration people are then refused. */
  get listensBeyondLoopback() {
    return read('TOUCHSTONE_PUBLIC') === '1'
  },
  /** Folder of real model outputs that the bench measures on; figures are skipped when it is not there. */
  get referenceData() {
    return resolve(/* turbopackIgnore: true */ read('TOUCHSTONE_DATA') ?? join('..', 'shared', 'data'))
  },
  get logLevel() {
    return read('TOUCHSTONE_LOG') ?? 'info'
  },
  get smtpUrl() {
    return read('SMTP_URL')
  },
  get mailFrom() {
    return read('MAIL_FROM') ?? 'Touchstone <touchstone@localhost>'
  },
  /** Largest single upload in bytes. */
  get maxUploadBytes() {
    return bytes('TOUCHSTONE_MAX_UPLOAD_BYTES', 200 * GiB)
  },
  /** Largest decompressed size of one original in bytes. */
  get maxDecompressedBytes() {
    return bytes('TOUCHSTONE_MAX_DECOMPRESSED_BYTES', 200 * GiB)
  },
  /** Largest ratio of decompressed to stored bytes. */
  get maxDecompressionRatio() {
    return bytes('TOUCHSTONE_MAX_DECOMPRESSION_RATIO', 200)
  },
  /** What an engine process was told by its parent (engine/configuration.ts). */
  get engineProcess() {
    return {
      token: read('ENGINE_TOKEN'),
      dataDir: read('ENGINE_DATA'),
      port: Number(read('ENGINE_PORT') ?? 0),
      memoryBytes: bytes('ENGINE_MEMORY', 2 * GiB),
      threads: Number(read('ENGINE_THREADS') ?? 0),
      maxSeconds: Number(read('ENGINE_SECONDS') ?? 0),
    }
  },
  /** Folder of real data for tests and measurements; they say so when it is missing. */
  get sampleData() {
    return read('TOUCHSTONE_DATA') ?? resolve(/* turbopackIgnore: true */ '..', 'shared', 'data')
  },
  get production() {
    return process.env.NODE_ENV === 'production'
  },
}
