/** Everything that the pages of a dataset show, within the actor's scope. */

import { clusterCellPage } from '@/lib/analysis/clusters/cluster-cell-page'
import { clusterMatrix } from '@/lib/analysis/clusters/cluster-matrix'
import { clusterSignalViews } from '@/lib/analysis/clusters/cluster-signal-words'
import { clusterSentence } from '@/lib/analysis/clusters/cluster-words'
import { distributionChart } from '@/lib/analysis/findings/finding-chart'
import { type Analysed, offerOf } from '@/lib/analysis/findings/finding-offer'
import { whyNotEditCase } from '@/lib/analysis/findings/findings-page'
import { promptSetsOf } from '@/lib/analysis/runs/held-inputs'
import { partFor, type SealedAnalysis } from '@/lib/analysis/runs/sealed-analysis'
import { caseSubjects } from '@/lib/cases/queries'
import type { PersonActor } from '@/lib/platform/actor'
import { AppError } from '@/lib/platform/errors'
import { type SignalId, signalIds } from '@/lib/signals/signal-definition'
import { triageDefinition } from '@/lib/signals/triage'
import { datasetHead, readableAccounts, signalsOf, whyMeasureAgain } from './dataset-queries'
import { accountsWithin } from './overview-page'
import { cellInFull, signalMatrix } from './signal-matrix'
import { explainedSignal } from './signal-words'
import { readSpan } from './span-address'

export type DatasetKey = { number: string; id: string }
type Parameter = 'q' | 'sort' | 'page' | 'only' | 'account' | 'cluster' | 'signal' | 'from' | 'until' | 'by'
/** The address of the matrix. */
export type MatrixAsked = Partial<Record<Parameter, string>>

/** The matrix of a dataset and, when the address names a cell, that cell in full. */
export async function matrixPage(actor: PersonActor, key: DatasetKey, asked: MatrixAsked) {
  const head = await datasetHead(actor, key)
  const [signals, readable] = await Promise.all([signalsOf(head), readableAccounts(actor, head.case.id)])
  const { run, result } = signals
  const subjects = new Set(readable.accounts)
  const { q, sort, page, only } = asked
  const span = readSpan(asked)
  const among = await accountsWithin(actor, head, span)
  const query = { q, sort, page: Number(page) || 1, subjects, onlySubjects: only === 'subject', among }
  return {
    ...{
      head,
      run,
      again: await whyMeasureAgain(actor, head, signals),
      scoreHint: `${triageDefinition} It ranks; it does not convict.`,
    },
    span,
    matrix: result && asked.by !== 'cluster' ? await signalMatrix(result, query) : null,
    clusters: result && asked.by === 'cluster' ? await clusterMatrix(result, query.page) : null,
    cell: await cellPage(actor, key, { run, result, head }, asked),
    clusterCell: await clusterCellPage(actor, key, { run, result, head }, asked),
  }
}

/** One cell of the matrix, explained, drawn, and ready to become a finding; null when there is none of that name. */
async function cellPage(actor: PersonActor, { number }: DatasetKey, analysed: Analysed, asked: MatrixAsked) {
  const { run, result, head } = analysed
  const signal = signalIdOf(asked.signal)
  const { account } = asked
  if (!run || !result || !signal || account === undefined) return null
  const key = { kind: 'signal', signal, account } as const
  const part = await partFor(result, key)
  const cell = cellInFull(part.result.ranked[0], signal)
  if (!cell) return null
  return {
    ...{ signal, account, cell, explained: explainedSignal(signal), chart: distributionChart(part, key) },
    offer: await offerOf(actor, { number, run, part, head, key }),
  }
}

/** A signal of a dataset for its own page. Throws `not-found` for a signal that does not exist. */
export async function signalPage(actor: PersonActor, key: DatasetKey, asked: { signal: string; account?: string }) {
  const signal = signalIdOf(asked.signal)
  if (!signal) throw new AppError('not-found', 'There is no such signal, or it is not open to you.')
  const head = await datasetHead(actor, key)
  const { run, result } = await signalsOf(head)
  const account = asked.account ?? (await greatest(result, signal))
  const cell = await cellPage(actor, key, { run, result, head }, { signal, account })
  const summary = result?.head.signals.find(({ id }) => id === signal) ?? null
  const links = account === undefined ? [] : ((await result?.clustersOf(account)) ?? [])
  const values = [...new Set(links.flatMap((cluster) => cluster.links.map(({ value }) => value)))]
  const promptSets = run?.request.kind === 'SIGNALS' ? promptSetsOf(run.request.references) : []
  return { head, run, signal, account, cell, summary, values, promptSets, explained: explainedSignal(signal) }
}

const clustersPerPage = 10

/** One page of a dataset's clusters, strongest first, with their links and what of them is the subject's already. */
export async function clustersPage(actor: PersonActor, key: DatasetKey, asked: { page?: string } = {}) {
  const head = await datasetHead(actor, key)
  const [{ run, result }, readable] = await Promise.all([signalsOf(head), readableAccounts(actor, head.case.id)])
  const subjects = new Set(readable.accounts)
  const found = result?.clusters ?? 0
  const pages = Math.max(1, Math.ceil(found / clustersPerPage))
  const page = Math.min(Math.max(1, Math.floor(Number(asked.page)) || 1), pages)
  const shown = (await result?.clustersPage({ offset: (page - 1) * clustersPerPage, limit: clustersPerPage })) ?? []
  const clusters = await Promise.all(
    shown.map(async (cluster) => ({
      ...cluster,
      sentence: clusterSentence(cluster),
      asOne: clusterSignalViews(cluster),
      known: cluster.accounts.filter((account) => subjects.has(account)).length,
      offer:
        run && result
          ? await offerOf(actor, {
              ...{ number: key.number, run, head, key: { kind: 'cluster', id: cluster.id } },
              part: { result: { ...result.head, clusters: [cluster] }, values: [] },
            })
          : null,
    })),
  )
  const [cases, whyNotAdd] = await Promise.all([caseSubjects(actor, head.case.id), whyNotEditCase(actor, key.number)])
  return {
    head,
    run,
    clusters,
    found,
    page,
    pages,
    subjects: cases.map(({ id, name }) => ({ id, name })),
    whyNotAdd,
  }
}

function signalIdOf(text: string | undefined): SignalId | undefined {
  return signalIds.find((id) => id === text)
}

/** The account with the greatest value; undefined when none has one. */
async function greatest(result: SealedAnalysis | null, signal: SignalId): Promise<string | undefined> {
  const first = await result?.accountsPage({ sort: signal, offset: 0, limit: 1 })
  return first?.rows[0]?.ranked.account
}

export type CellPage = NonNullable<Awaited<ReturnType<typeof cellPage>>>
export type ClusterView = Omit<Awaited<ReturnType<typeof clustersPage>>['clusters'][number], 'sentence'>
