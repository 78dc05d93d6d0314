/** What an intake left behind: in the database, by the owner's eyes, and in the data folder. */

import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { engineAt } from '@/lib/platform/engine'
import type { Owner } from './owner'
import { sha256Of } from './resumed-upload'

/** Hashes, datasets and events of a case, without what two cases with the same bytes must differ in. */
export async function intakeOf({ rows }: Owner, caseId: string) {
  const hex = (column: string) => `encode(${column}, 'hex') AS sha256`
  const analyses = `SELECT kind::text, state::text, ${hex('"resultSha256"')} FROM analysis_run WHERE "caseId" = $1`
  const datasets = `SELECT ${hex('sha256')}, rows::int, rejected::int, encode("rejectsSha256", 'hex') AS rejects
    FROM dataset WHERE "caseId" = $1`
  const figures = ['sha256', 'size', 'rows', 'rejected', 'format', 'claimedSha256', 'kind']
  const told = figures.map((figure) => `text::json ->> '${figure}' AS "${figure}"`)
  return {
    originals: await rows(`SELECT state::text, ${hex('sha256')} FROM evidence_item WHERE "caseId" = $1`, [caseId]),
    datasets: await rows(datasets, [caseId]),
    analyses: await rows(analyses, [caseId]),
    events: await rows(
      `SELECT type, ${told} FROM event JOIN event_payload USING (seq) WHERE case_id = $1 ORDER BY seq`,
      [caseId],
    ),
  }
}

/** Jobs that wait, run or have given up; what runs by the clock is not of interest. */
export const jobs = ({ rows }: Owner) =>
  rows<{ task: string; attempts: number; locked: string | null; error: string | null }>(
    `SELECT task_identifier AS task, attempts, locked_by AS locked, last_error AS error
       FROM graphile_worker.jobs WHERE task_identifier <> 'tidy-uploads'`,
  )

/** Names of files under the data folder that no row accounts for, and of rows about work that is over. */
export async function leftovers({ rows }: Owner, home: string): Promise<string[]> {
  const files = ['uploads', 'reading', 'blobs/incoming'].flatMap((folder) =>
    namesIn(join(home, folder)).map((name) => `${folder}/${name}`),
  )
  const known = new Set((await rows<{ sha256: string }>(recorded)).map(({ sha256 }) => sha256))
  const strays = blobsOf(home).filter(({ name }) => !known.has(name))
  const uploads = await rows<{ id: string }>('SELECT id FROM upload')
  const notes = await rows<{ step: string }>('SELECT step FROM job_progress')
  return [
    ...files,
    ...strays.map(({ name }) => `blob ${name}`),
    ...uploads.map(({ id }) => `upload ${id}`),
    ...notes.map(({ step }) => `note “${step}”`),
  ]
}

/** Tables in which the batch engine still holds rows of a log, though no log is being read. */
export async function stages(environment: Record<string, string>): Promise<string[]> {
  const { TOUCHSTONE_BATCH_ENGINE_URL: url = '', TOUCHSTONE_ENGINE_TOKEN: token = '' } = environment
  const engine = engineAt({ url, token, restartMs: 30_000 })
  try {
    const tables = await engine.rows<{ name: string }>(
      'SELECT name FROM system.tables WHERE database = currentDatabase()',
    )
    return tables.map(({ name }) => name)
  } finally {
    await engine.close()
  }
}

/** Blobs whose bytes are not what their name says. */
export async function brokenBlobs(home: string): Promise<string[]> {
  const broken: string[] = []
  for (const { path, name } of blobsOf(home)) if (sha256Of(await readFile(path)) !== name) broken.push(name)
  return broken
}

const recorded = `SELECT encode(sha256, 'hex') AS sha256 FROM
  (SELECT sha256 FROM blob UNION SELECT "resultSha256" FROM analysis_run UNION SELECT sha256 FROM export) AS named`

const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])

function blobsOf(home: string): { name: string; path: string }[] {
  return readdirSync(join(home, 'blobs', 'sha256'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => ({ name, path: join(parentPath, name) }))
}
