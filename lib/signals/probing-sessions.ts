/** Sessions in which an account tries many wordings of one request that the model is made to refuse, and what became of them. */

import { bears } from './texts/text-marks'
import { agreement, alike, bands, positions } from './texts/text-shingles'
import type { Workspace } from './workspace'

/** What makes a session one of probing: chosen, not fitted. */
export const probing = { variants: 8, refused: 2, answered: 2, changes: 3 }

/** Without a session of the log's own, a pause of this long begins a new one. */
export const pauseMinutes = 30

/** Intents that are known by their phrases. */
const intents = {
  reasoning: 'families > 0',
  instructions: `(${bears('identity')} OR ${bears('instructions')})`,
  'training examples': bears('training-format'),
}

export type Probing = {
  account: string
  prompts: number
  sessions: number
  variants: number
  refused: number
  changes: number
  growth: number
}

/**
 * SQL: one line per account with prompts. `growth`: of the wordings that were answered in a session of probing, the largest
 * ratio of alike prompts sent after the session to those in it.
 */
export async function probingSessions(workspace: Workspace): Promise<Probing[]> {
  const { engine, requests, scratch, settings } = workspace
  const tried = scratch('tried_prompts')
  await engine.run(
    `CREATE TABLE ${tried} (account String, session UInt64, intent UInt8, time Int64, prompt_text UInt64, refused Bool, shingled Bool,
       ${positions.map((position) => `${position} UInt32`).join(', ')}) ENGINE = MergeTree ORDER BY (account, session)`,
  )
  await engine.run(`INSERT INTO ${tried} ${triedPrompts(requests)} ${settings}`)
  const sessions = scratch('probing_sessions')
  await engine.run(
    `CREATE TABLE ${sessions} ENGINE = MergeTree ORDER BY (account, session, intent) AS ${sessionsOf(tried)} ${settings}`,
  )
  return engine.rows<Probing>(
    `SELECT p.account AS account, p.prompts AS prompts, s.sessions AS sessions, s.variants AS variants, s.refused AS refused,
       s.changes AS changes, g.growth AS growth
     FROM (SELECT account, count() AS prompts FROM ${requests} WHERE has_prompt GROUP BY account) AS p
     LEFT ANY JOIN (SELECT account, uniqExact(session) AS sessions, max(variants) AS variants, max(rejections) AS refused,
       max(changes) AS changes FROM ${sessions} GROUP BY account) AS s ON p.account = s.account
     LEFT ANY JOIN (${growths(requests, tried, sessions)}) AS g ON p.account = g.account ${settings}`,
  )
}

/** Few accounts both bear such an intent and are refused: only their prompts are put into sessions. */
function triedPrompts(requests: string): string {
  const wanted = Object.values(intents)
  const either = `(${wanted.join(' OR ')})`
  const fresh = `session = 0 AND time - lagInFrame(time, 1, 0) OVER byTime > ${pauseMinutes * 60_000}`
  return `SELECT account, session_, arrayJoin(arrayFilter(i -> [${wanted.join(', ')}][i], [${wanted.map((_, i) => i + 1).join(', ')}])) AS intent,
      time, prompt_text, ${bears('refused')} AS refused, shingled, ${positions.join(', ')}
    FROM (SELECT *, if(session != 0, session, cityHash64('own', sum(fresh_) OVER byTime)) AS session_
      FROM (SELECT *, (${fresh}) AS fresh_ FROM ${requests}
        WHERE has_prompt AND time >= 0 AND account IN (
          SELECT account FROM ${requests} WHERE has_prompt AND time >= 0 AND ${either} GROUP BY account
          HAVING count() >= ${probing.variants} AND countIf(${bears('refused')}) >= ${probing.refused})
        WINDOW byTime AS (PARTITION BY account ORDER BY time, prompt_text, marks))
      WINDOW byTime AS (PARTITION BY account ORDER BY time, prompt_text, marks))
    WHERE ${either}`
}

/** `changes`: how often an answer follows a refusal or the other way round. Wordings differ when their first sketch value does. */
function sessionsOf(tried: string): string {
  const order = 'arraySort(groupArray((time, prompt_text, refused)))'
  const changes = `arrayCount((a, b) -> tupleElement(a, 3) != tupleElement(b, 3), arrayPopBack(${order}), arrayPopFront(${order}))`
  return `SELECT account, session, intent, min(time) AS since, max(time) AS until, uniqExact(if(shingled, ${bands[0]}, prompt_text)) AS variants,
      countIf(refused) AS rejections, countIf(NOT refused) AS answers, ${changes} AS changes
    FROM ${tried} GROUP BY account, session, intent
    HAVING variants >= ${probing.variants} AND rejections >= ${probing.refused} AND changes >= ${probing.changes}
      AND answers >= ${probing.answered}`
}

/** SQL: account and growth. Prompts are alike when they share a band and agree in seven of ten sketch positions. */
function growths(requests: string, tried: string, sessions: string): string {
  const keys = `[${bands.map((band, index) => `(${index}, ${band})`).join(', ')}]`
  const sketch = (prefix: string) => positions.map((position) => `${position} AS ${prefix}${position}`).join(', ')
  return `SELECT account, max(after / within) AS growth
    FROM (SELECT account, session, wording, countIf(time > until) AS after, countIf(time <= until AND same) AS within
      FROM (SELECT DISTINCT w.account AS account, w.session AS session, w.wording AS wording, w.until AS until, r.time AS time,
          r.dataset AS dataset, r.row_id AS row_id, r.time >= w.since AS same
        FROM (SELECT account, session, prompt_text AS wording, until, since, ${sketch('w_')}, arrayJoin(${keys}) AS band
          FROM (SELECT t.*, s.until AS until, s.since AS since FROM ${tried} AS t
            INNER JOIN (SELECT account, session, max(until) AS until, min(since) AS since FROM ${sessions} GROUP BY account, session) AS s
              ON t.account = s.account AND t.session = s.session
            WHERE NOT t.refused AND t.shingled)) AS w
        INNER JOIN (SELECT account, time, dataset, row_id, ${sketch('r_')}, arrayJoin(${keys}) AS band FROM ${requests}
          WHERE shingled AND time >= 0 AND account IN (SELECT account FROM ${sessions})) AS r
          ON w.account = r.account AND w.band = r.band
        WHERE ${agreement('w.w_', 'r.r_')} >= ${alike})
      GROUP BY account, session, wording)
    WHERE within > 0 GROUP BY account`
}
