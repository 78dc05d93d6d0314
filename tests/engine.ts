/** One log engine for a whole run of tests, reached by every file over loopback. */

import { type EngineProcess, startEngine } from '@/lib/platform/engine-process'

/** Starts the engine over `folder`. */
export function startTestEngine(folder: string): Promise<EngineProcess> {
  return startEngine({ dataDir: folder, memoryBytes: 2 * 1024 ** 3, threads: 2 })
}

/** Makes this process use the shared engine for pages and for long work alike. */
export function useEngine(engine: { url: string; token: string }): void {
  process.env.TOUCHSTONE_ENGINE_URL = engine.url
  process.env.TOUCHSTONE_BATCH_ENGINE_URL = engine.url
  process.env.TOUCHSTONE_ENGINE_TOKEN = engine.token
}
