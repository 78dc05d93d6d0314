/** Groups requests whose prompts are variations of one text: MinHash bands find candidates, agreement with a core decides. */

import { allOf } from '@/lib/signals/steps/all-of'
import type { Workspace } from '@/lib/signals/workspace'
import { agreement, alike, bands, positions } from './text-shingles'

export type TemplateTables = {
  /** account, template, requests, texts (distinct), example: one line per account and template. */
  use: string
  /** template, accounts, requests, example (dataset, row_id). */
  templates: string
}

const fewestAlike = 3

/** About this many requests of a large home, chosen by their text, decide its core. */
const voters = 100

/**
 * Finds the templates of all prompts. A band value that three requests share is a home; each request goes to its most
 * common one; the median of each sketch position is the home's core (words in a slot can only lower a minimum, so it is the
 * value of the fixed text unless half differ); requests that agree with the core in 7 of 10 positions (estimated Jaccard ≥ 0.7) are the template. Homes with alike cores are one template, named by its home.
 */
export async function findTemplates(workspace: Workspace): Promise<TemplateTables> {
  const { scratch, kept } = workspace
  const tables = { use: scratch('template_use'), templates: scratch('templates') }
  await kept.tables('table-templates', [tables.use, tables.templates], () => gatherTemplates(workspace, tables))
  return tables
}

async function gatherTemplates(workspace: Workspace, { use, templates }: TemplateTables): Promise<void> {
  const { engine, settings } = workspace
  const homed = await homesOf(workspace)
  const leaders = await mergeCores(workspace, await findCores(workspace, homed))
  await engine.run(
    `CREATE TABLE ${use} (account LowCardinality(String), template UInt64, requests UInt64, texts UInt64, example Tuple(UInt16, UInt64))
     ENGINE = MergeTree ORDER BY (template, account)`,
  )
  // One 64-bit hash is a much cheaper key than a text beside a number.
  await engine.run(
    `INSERT INTO ${use}
     SELECT any(account), any(template), count() AS requests, uniqExact(prompt_text) AS texts, min((dataset, row_id)) AS example
     FROM ${homed} AS homed INNER JOIN ${leaders} AS leaders USING (home)
     WHERE ${agreement('', 'core_')} >= ${alike} GROUP BY cityHash64(account, template) ${settings}`,
  )
  await engine.run(
    `CREATE TABLE ${templates} ENGINE = MergeTree ORDER BY template AS
     SELECT template, count() AS accounts, sum(u.requests) AS requests, min(u.example) AS example
     FROM ${use} AS u GROUP BY template`,
  )
}

/** SQL of the requests that have a home, with `home`, how many share it (`best.1`), their sketch, and what names them. */
async function homesOf({ engine, scratch, requests, settings }: Workspace): Promise<string> {
  const counts = bands.map((band, index) => ({ band, table: scratch(`template_keys_${index}`) }))
  const count = async ({ band, table }: { band: string; table: string }) => {
    // A lookup of one column is cheaper than a join, which carries all of them along.
    await engine.run(
      `CREATE TABLE ${table} (key UInt32, n UInt32) ENGINE = Join(ANY, LEFT, key) SETTINGS persistent = 0`,
    )
    await engine.run(
      `INSERT INTO ${table} SELECT ${band} AS key, count() AS n FROM ${requests}
       WHERE shingled GROUP BY key HAVING n >= ${fewestAlike} ${settings}`,
    )
  }
  await allOf(counts.map(count))
  const choices = counts.map(({ band, table }, index) => `(joinGet(${table}, 'n', ${band}), ${index}, ${band})`)
  return `(SELECT greatest(${choices.join(', ')}) AS best, bitShiftLeft(toUInt64(best.2), 32) + best.3 AS home,
      account, dataset, row_id, prompt_text, ${positions.join(', ')}
    FROM ${requests} WHERE shingled AND best.1 > 0)`
}

async function findCores({ engine, scratch, settings }: Workspace, homed: string): Promise<string> {
  const cores = scratch('template_cores')
  const medians = positions.map((position) => `quantileExactLow(0.5)(${position})`)
  await engine.run(
    `CREATE TABLE ${cores} (home UInt64, requests UInt64, ${coreColumns}) ENGINE = MergeTree ORDER BY home`,
  )
  await engine.run(
    `INSERT INTO ${cores} SELECT home, count(), ${medians.join(', ')} FROM ${homed} AS homed
     WHERE prompt_text % greatest(intDiv(best.1, ${voters}), 1) = 0 GROUP BY home ${settings}`,
  )
  return cores
}

const core = positions.map((position) => `core_${position}`)
const coreColumns = core.map((column) => `${column} UInt32`).join(', ')

/** Every home with the template it belongs to (the alike home with most requests) and that template's core. */
async function mergeCores({ engine, scratch, settings }: Workspace, cores: string): Promise<string> {
  const leaders = scratch('template_leaders')
  const keys = bands.map((band, index) => `bitShiftLeft(toUInt64(${index}), 32) + core_${band}`)
  await engine.run(
    `CREATE TABLE ${leaders} (home UInt64, template UInt64, ${coreColumns}) ENGINE = MergeTree ORDER BY home`,
  )
  await engine.run(
    `INSERT INTO ${leaders}
     WITH keyed AS (SELECT *, arrayJoin([${keys.join(', ')}]) AS key FROM ${cores})
     SELECT led.home, leader, ${core.map((column) => `c.${column}`).join(', ')}
     FROM (SELECT a.home AS home, max((b.requests, b.home)).2 AS leader
       FROM keyed AS a INNER JOIN keyed AS b ON a.key = b.key
       WHERE ${agreement('a.core_', 'b.core_')} >= ${alike} GROUP BY a.home) AS led
     INNER JOIN ${cores} AS c ON c.home = leader ${settings}`,
  )
  return leaders
}
