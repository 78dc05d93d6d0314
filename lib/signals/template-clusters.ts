/** Groups requests whose prompts are variations of one text: MinHash bands find candidates, agreement with a core decides. */

import { agreement, alike, bands, positions } from './text-shingles'
import type { Workspace } from './workspace'

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
  const { engine, scratch, settings } = workspace
  const use = scratch('template_use')
  const templates = scratch('templates')
  const homes = await assignHomes(workspace)
  const cores = await findCores(workspace, homes)
  const leaders = await mergeCores(workspace, cores)
  await engine.run(
    `CREATE TABLE ${use} (account LowCardinality(String), template UInt64, requests UInt64, texts UInt64, example Tuple(UInt16, UInt64))
     ENGINE = MergeTree ORDER BY (template, account)`,
  )
  await engine.run(
    `INSERT INTO ${use}
     SELECT account, template, count() AS requests, uniqExact(prompt_text) AS texts, min((dataset, row_id)) AS example
     FROM ${homes} INNER JOIN ${leaders} AS leaders USING (home)
     WHERE ${agreement('', 'core_')} >= ${alike} GROUP BY account, template ${settings}`,
  )
  await engine.run(
    `CREATE TABLE ${templates} ENGINE = MergeTree ORDER BY template AS
     SELECT template, count() AS accounts, sum(u.requests) AS requests, min(u.example) AS example
     FROM ${use} AS u GROUP BY template`,
  )
  return { use, templates }
}

async function assignHomes({ engine, scratch, requests, settings }: Workspace): Promise<string> {
  const homes = scratch('template_homes')
  const choices: string[] = []
  for (const [index, band] of bands.entries()) {
    const keys = scratch(`template_keys_${index}`)
    // A lookup of one column is cheaper than a join, which carries all of them along.
    await engine.run(
      `CREATE TABLE ${keys} (key UInt32, n UInt32) ENGINE = Join(ANY, LEFT, key) SETTINGS persistent = 0`,
    )
    await engine.run(
      `INSERT INTO ${keys} SELECT ${band} AS key, count() AS n FROM ${requests}
       WHERE shingled GROUP BY key HAVING n >= ${fewestAlike} ${settings}`,
    )
    choices.push(`(joinGet(${keys}, 'n', ${band}), ${index}, ${band})`)
  }
  await engine.run(
    `CREATE TABLE ${homes} (home UInt64, account LowCardinality(String), dataset UInt16, row_id UInt64, prompt_text UInt64,
     votes Bool, ${positions.map((position) => `${position} UInt32`).join(', ')}) ENGINE = MergeTree ORDER BY ()`,
  )
  await engine.run(
    `INSERT INTO ${homes} WITH greatest(${choices.join(', ')}) AS best
     SELECT bitShiftLeft(toUInt64(best.2), 32) + best.3 AS home, account, dataset, row_id, prompt_text,
       prompt_text % greatest(intDiv(best.1, ${voters}), 1) = 0 AS votes, ${positions.join(', ')}
     FROM ${requests} WHERE shingled AND best.1 > 0 ${settings}`,
  )
  return homes
}

async function findCores({ engine, scratch, buckets, settings }: Workspace, homes: string): Promise<string> {
  const cores = scratch('template_cores')
  await engine.run(
    `CREATE TABLE ${cores} (home UInt64, requests UInt64, ${coreColumns}) ENGINE = MergeTree ORDER BY home`,
  )
  const medians = positions.map((position) => `quantileExactLow(0.5)(${position})`)
  for (let bucket = 0; bucket < buckets; bucket++) {
    await engine.run(
      `INSERT INTO ${cores} SELECT home, count(), ${medians.join(', ')} FROM ${homes}
       WHERE votes AND home % ${buckets} = ${bucket} GROUP BY home ${settings}`,
    )
  }
  return cores
}

const coreColumns = positions.map((position) => `core_${position} UInt32`).join(', ')

/** Every home with the template it belongs to (the alike home with most requests) and that template's core. */
async function mergeCores({ engine, scratch, settings }: Workspace, cores: string): Promise<string> {
  const leaders = scratch('template_leaders')
  const keyed = bands.map((band, index) => `(${index}, core_${band})`).join(', ')
  const core = positions.map((position) => `argMax(b.core_${position}, (b.requests, b.home))`).join(', ')
  await engine.run(
    `CREATE TABLE ${leaders} (home UInt64, template UInt64, ${coreColumns}) ENGINE = MergeTree ORDER BY home`,
  )
  await engine.run(
    `INSERT INTO ${leaders}
     WITH keyed AS (SELECT *, arrayJoin([${keyed}]) AS key FROM ${cores})
     SELECT a.home AS home, argMax(b.home, (b.requests, b.home)) AS template, ${core}
     FROM keyed AS a INNER JOIN keyed AS b ON a.key = b.key
     WHERE ${agreement('a.core_', 'b.core_')} >= ${alike} GROUP BY a.home ${settings}`,
  )
  return leaders
}
