import type { RankAgain } from '../campaigns/service.ts'
import { recordChange, type Undoer } from '../changes/service.ts'
import type { CompanyLookup, CompanyView } from '../contract/companies.ts'
import { refuse } from '../contract/errors.ts'
import { CompanyId } from '../contract/ids.ts'
import { ANY_JOB } from '../contract/job-filter.ts'
import { JOB_STATUSES } from '../contract/values.ts'
import { pageOfJobs, toJobRow } from '../jobs/service.ts'
import type { QueryContext } from '../platform/context.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { localDate } from '../platform/schedule.ts'
import { readSettings } from '../settings/service.ts'
import { addAlias, aliasUndoers, removeAlias } from './aliases.ts'
import type { Enrichment } from './enrichment.ts'
import { companyState, countInState, readLookups } from './enrichment-store.ts'
import { factsEdited, factsReplaced, factsRestored, type ReplacedFacts, rankForSizes } from './facts.ts'
import { companyCounts, pageOfCompanies } from './list-store.ts'
import { aliasesOf } from './names-store.ts'
import { appliedCount, type Company, factsOf, findCompany, jobCounts, updateCompany } from './store.ts'

export { companyOfName } from './names-store.ts'

const known = (db: Db, companyId: number): Company =>
  findCompany(db, companyId) ?? refuse('not_found', 'This company is not known any more.')

function lookupOf(db: Db, companyId: number): CompanyLookup {
  const row = companyState(db, companyId)
  const words = { success: 'Found at Glassdoor.', not_found: 'Glassdoor knows no company of this name.' }
  if (!row || row.state === 'pending')
    return { state: 'pending', message: 'Not looked up yet.', at: null, nextAttemptAt: null }
  const message = row.state === 'error' ? (row.last_error ?? 'The last look-up failed.') : words[row.state]
  return { state: row.state, message, at: row.updated_at, nextAttemptAt: row.next_attempt_at }
}

/** Everything that the page of a company shows. */
function viewCompany({ db, clock }: QueryContext, companyId: CompanyId, jobs: number): CompanyView {
  const company = known(db, companyId)
  const counts = jobCounts(db, companyId)
  const ratings: Record<string, number> = company.ratings === null ? {} : JSON.parse(company.ratings)
  const filter = { ...ANY_JOB, statuses: [...JOB_STATUSES], ineligible: true, companyId }
  return {
    id: companyId,
    name: company.name,
    favourite: company.favourite === 1,
    blocked: company.blocked === 1,
    facts: factsOf(company),
    rating: company.rating,
    reviewCount: company.review_count,
    ratings: Object.entries(ratings).map(([topic, value]) => ({ topic, value })),
    factsUrl: company.facts_url,
    factsAt: company.facts_at,
    aliases: aliasesOf(db, companyId).map(alias => alias.name),
    lookup: lookupOf(db, companyId),
    counts: {
      jobs: company.job_count,
      open: company.job_count - (counts.get('rejected') ?? 0) - (counts.get('archived') ?? 0),
      applied: appliedCount(db, companyId),
    },
    jobs:
      jobs === 0
        ? []
        : pageOfJobs(db, filter, 'score', null, jobs).rows.map(row => toJobRow(row, clock.now())),
  }
}

export const companyQueries = {
  'companies.list': ({ db }, input) => pageOfCompanies(db, input),
  'companies.counts': ({ db }) => companyCounts(db),
  'companies.get': (context, { companyId, jobs }) => viewCompany(context, companyId, jobs),
  'companies.lookups': ({ db, clock }) => {
    const settings = readSettings(db)
    const lookups = readLookups(db)
    const waits = lookups.wait_until !== null && lookups.wait_until > clock.now()
    return {
      on: settings.enrichCompanies && !settings.enrichCompaniesPaused,
      pending: countInState(db, 'pending'),
      found: countInState(db, 'success'),
      askedToday: lookups.day === localDate(new Date(clock.millis())) ? lookups.asked : 0,
      perDay: settings.enrichCompaniesPerDay,
      stopped: lookups.stopped,
      waitUntil: waits ? lookups.wait_until : null,
      waitReason: waits ? lookups.wait_reason : null,
    }
  },
} satisfies Partial<Queries>

type Mark = 'favourite' | 'blocked'

/** Sets a mark and answers the companies whose mark it changed. */
function setMark(tx: Tx, mark: Mark, companyIds: readonly number[], value: boolean): number[] {
  const bit = value ? 1 : 0
  const update = tx.db.sql(`UPDATE companies SET ${mark} = ? WHERE id = ? AND ${mark} <> ?`)
  const changed = companyIds.filter(id => update.run(bit, id, bit).changes > 0)
  if (changed.length === 0) return changed
  const ids = changed.map(id => CompanyId.parse(id))
  if (mark === 'blocked') tx.emit('company.blocked_changed', { companyIds: ids, blocked: value })
  else tx.emit('company.changed', { companyIds: ids })
  return changed
}

/** "3 companies", or the name of the only one. */
function named(db: Db, companyIds: readonly number[]): string {
  const [only] = companyIds
  return companyIds.length === 1 && only !== undefined
    ? (findCompany(db, only)?.name ?? 'a company')
    : `${companyIds.length} companies`
}

const WORDS: Record<Mark, (what: string, value: boolean) => string> = {
  favourite: (what, value) =>
    `${value ? 'Added' : 'Removed'} ${what} ${value ? 'to' : 'from'} favourite companies`,
  blocked: (what, value) => `${value ? 'Blocked' : 'Unblocked'} ${what}`,
}

function mark(tx: Tx, which: Mark, companyIds: readonly CompanyId[], value: boolean) {
  for (const companyId of companyIds) known(tx.db, companyId)
  const changed = setMark(tx, which, companyIds, value)
  if (changed.length === 0) return { undo: null }
  const label = WORDS[which](named(tx.db, changed), value)
  return {
    undo: recordChange(tx, label, 'companies.marked', { mark: which, companyIds: changed, value: !value }),
  }
}

/** What the commands need of the backend around them. */
export interface CompanyTools {
  enrichment: Enrichment
  rankAgain: RankAgain
}

export function companyCommands({ enrichment, rankAgain }: CompanyTools) {
  return {
    'companies.setFavourite': (context, { companyIds, favourite }) =>
      context.unit(tx => mark(tx, 'favourite', companyIds, favourite)),
    'companies.setBlocked': (context, { companyIds, blocked }) =>
      context.unit(tx => mark(tx, 'blocked', companyIds, blocked)),
    'companies.edit': (context, { companyId, facts }) =>
      context.unit(tx => {
        const company = known(tx.db, companyId)
        const values = factsEdited(company, facts, tx.now)
        if (Object.keys(values).length === 0) return { undo: null }
        updateCompany(tx.db, companyId, values)
        tx.emit('company.changed', { companyIds: [companyId] })
        if (values.size_range !== undefined) rankForSizes(tx, rankAgain)
        const before = factsReplaced(company, values)
        return {
          undo: recordChange(tx, `Edited ${company.name}`, 'companies.edited', { companyId, before }),
        }
      }),
    'companies.addAlias': (context, { companyId, name }) =>
      context.unit(tx => ({ undo: addAlias(tx, known(tx.db, companyId), name) })),
    'companies.removeAlias': (context, { companyId, name }) =>
      context.unit(tx => ({ undo: removeAlias(tx, known(tx.db, companyId), name) })),
    'companies.enrichNow': async (context, { companyId }) => {
      known(context.db, companyId)
      await enrichment.lookUp(companyId)
      return lookupOf(context.db, companyId)
    },
    'companies.resumeLookups': () => {
      enrichment.resume()
      return {}
    },
  } satisfies Partial<Commands>
}

export const companyUndoers = (rankAgain: RankAgain) =>
  ({
    ...aliasUndoers,
    'companies.marked': (
      tx: Tx,
      { mark, companyIds, value }: { mark: Mark; companyIds: number[]; value: boolean },
    ) => {
      setMark(tx, mark, companyIds, value)
    },
    'companies.edited': (tx: Tx, { companyId, before }: { companyId: number; before: ReplacedFacts }) => {
      const now = findCompany(tx.db, companyId)
      if (!now) return
      updateCompany(tx.db, companyId, factsRestored(now, before))
      tx.emit('company.changed', { companyIds: [CompanyId.parse(companyId)] })
      if (before.size_range) rankForSizes(tx, rankAgain)
    },
  }) satisfies Record<string, Undoer>
