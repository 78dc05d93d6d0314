/** What the operator may set for `npm start`, by environment; everything has a default. */

import { resolve } from 'node:path'
import { Refusal } from './refusal'

export type Settings = {
  /** Data folder. */
  home: string
  host: string
  port: number
  /** True when the port was asked for by name: then it is that one or none. */
  portWanted: boolean
  /** A PostgreSQL of the operator's, instead of the embedded one. */
  database: { appUrl: string; ownerUrl: string } | null
  /** False: no demonstration, the first administrator is asked for instead. */
  demonstration: boolean
  /** True when the server can be reached from other machines. */
  public: boolean
  /** Address under which people reach the server, when it is not the obvious one. */
  baseUrl: string | null
  distDir: string
}

/** Reads the settings. Throws a Refusal for a value that makes no sense. */
export function readSettings(source: NodeJS.ProcessEnv = process.env): Settings {
  const host = source.TOUCHSTONE_HOST || '127.0.0.1'
  const appUrl = source.DATABASE_URL
  return {
    home: resolve(source.TOUCHSTONE_HOME || '.touchstone'),
    host,
    port: readPort(source.PORT),
    portWanted: Boolean(source.PORT),
    database: appUrl ? { appUrl, ownerUrl: source.TOUCHSTONE_OWNER_URL || appUrl } : null,
    demonstration: source.TOUCHSTONE_DEMO !== '0',
    public: !/^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host),
    baseUrl: source.NEXTAUTH_URL || null,
    distDir: source.NEXT_DIST_DIR || '.next',
  }
}

function readPort(text: string | undefined): number {
  if (!text) return 3000
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Refusal(`PORT is "${text}"; it must be a whole number from 1 to 65535.`)
}
