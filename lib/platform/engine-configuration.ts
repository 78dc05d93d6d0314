/** What an engine process is told when it starts; the parent passes it by environment. */

import { env } from './env'

export type Configuration = {
  /** Secret that every request must carry. */
  token: string
  /** Folder under which this engine keeps its scratch data. */
  dataDir: string
  /** Loopback port; 0 takes a free one. */
  port: number
  /** Ceiling of all queries together, in bytes. */
  memoryBytes: number
  /** Threads per query; 0 leaves the choice to the engine. */
  threads: number
  /** Longest run of one query in seconds; 0 is without limit. */
  maxSeconds: number
}

/** Reads the configuration of this process. Throws when the token or the folder is missing. */
export function readConfiguration(): Configuration {
  const { token, dataDir, ...limits } = env.engineProcess
  if (!token || !dataDir) throw new Error('ENGINE_TOKEN and ENGINE_DATA must be set')
  return { token, dataDir, ...limits }
}

/** The environment that carries a configuration: these names and nothing else. */
export function asEnvironment(configuration: Configuration): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'production',
    ENGINE_TOKEN: configuration.token,
    ENGINE_DATA: configuration.dataDir,
    ENGINE_PORT: String(configuration.port),
    ENGINE_MEMORY: String(configuration.memoryBytes),
    ENGINE_THREADS: String(configuration.threads),
    ENGINE_SECONDS: String(configuration.maxSeconds),
  }
}
