import type { RankAgain } from '../campaigns/service.ts'
import { refuse } from '../contract/errors.ts'
import { CompanyId } from '../contract/ids.ts'
import type { CommandContext } from '../platform/context.ts'
import type { Tx } from '../platform/events/outbox.ts'
import type { HttpClient } from '../platform/http/client.ts'
import { localDate } from '../platform/schedule.ts'
import { readSettings } from '../settings/service.ts'
import { pauseAfterFailure } from '../sources/rules/health.ts'
import { companyState, dueCompany, readLookups, saveCompanyState, saveLookups } from './enrichment-store.ts'
import { factsFound, rankForSizes } from './facts.ts'
import { GLASSDOOR } from './glassdoor.ts'
import { nextAttempt } from './retry.ts'
import { type GlassdoorReading, glassdoorRequest, readGlassdoor } from './rules/glassdoor.ts'
import { findCompany, updateCompany } from './store.ts'
import { websiteDomain } from './website-domain.ts'

/** Looks companies up, one after the other, and keeps what was found. */
export interface Enrichment {
  /** Goes on with the queue when it may: at start, by the clock, when settings change, after a run. */
  wake(): void
  /** Looks one company up at once, whatever the queue does; refuses when that cannot be. */
  lookUp(companyId: CompanyId): Promise<void>
  /** Forgets that a key was refused or that the server rests, and goes on. */
  resume(): void
  /** Answers when the queue rests. */
  settled(): Promise<void>
  /** Breaks an open request off; its company is looked up with the next start. */
  stop(): Promise<void>
}

export interface EnrichmentTools {
  /** Address of a test server on loopback that answers instead of the real one, which the key is for. */
  baseUrl: string | undefined
  newHttp(): HttpClient
  secret(kind: string, name: string, host: string): Promise<string | null>
  rankAgain: RankAgain
}

const LOOK_EVERY_MS = 60_000
/** An answer holds some companies; more than this is no answer. */
const MOST_BYTES = 4 * 1024 * 1024
/** The pause after a 429 that names none. */
const BUSY_PAUSE_MS = 60 * 60 * 1000

/** What became of a look-up; `rests`: it could not be made and no other one can. */
type Outcome = { kind: 'done' } | { kind: 'rests'; why: 'key' | 'busy' | 'stopping'; message: string }

/** Starts the queue of look-ups; it rests until the person switches it on and enters a key. */
export function createEnrichment(context: CommandContext, tools: EnrichmentTools): Enrichment {
  const { label } = GLASSDOOR
  const stopping = new AbortController()
  let working: Promise<void> | null = null
  let again = false
  let sizesChanged = false

  const today = () => localDate(new Date(context.clock.millis()))
  const askedToday = () => {
    const { day, asked } = readLookups(context.db)
    return day === today() ? asked : 0
  }

  /** The next company of the queue; null when nothing may be asked now. */
  const next = (): number | null => {
    const settings = readSettings(context.db)
    if (stopping.signal.aborted || !settings.enrichCompanies || settings.enrichCompaniesPaused) return null
    const { stopped, wait_until } = readLookups(context.db)
    if (stopped !== null || (wait_until !== null && wait_until > context.clock.now())) return null
    return askedToday() < settings.enrichCompaniesPerDay ? dueCompany(context.db, context.clock.now()) : null
  }

  const rest = (tx: Tx, change: Parameters<typeof saveLookups>[1]) => {
    saveLookups(tx.db, change)
    tx.emit('lookups.changed', {})
  }

  const lookUpOne = async (companyId: number, http: HttpClient): Promise<Outcome> => {
    const company = findCompany(context.db, companyId)
    if (!company) return { kind: 'done' }
    const key = await tools.secret(GLASSDOOR.kind, GLASSDOOR.key, GLASSDOOR.host)
    if (key === null)
      return {
        kind: 'rests',
        why: 'key',
        message: `${label} needs your API key. Enter it in Settings, under Company facts.`,
      }
    const wanted = { name: company.name, domain: company.domain ?? websiteDomain(company.website) }
    const request = glassdoorRequest(wanted, key, tools.baseUrl)
    if (tools.baseUrl === undefined && new URL(request.url).hostname !== GLASSDOOR.host)
      throw new Error('A key may only go to the host that it was entered for')
    // Counted before it is asked, so that no kill lets more out than the person allowed.
    context.unit(tx => saveLookups(tx.db, { day: today(), asked: askedToday() + 1 }))
    const result = await http.send({
      ...request,
      maxBytes: MOST_BYTES,
      retries: 0,
      lane: { name: GLASSDOOR.kind, ...GLASSDOOR.pace },
      signal: stopping.signal,
    })
    if (stopping.signal.aborted) return { kind: 'rests', why: 'stopping', message: 'Rolecall is closing.' }
    const { response } = result
    const reading: GlassdoorReading = response
      ? readGlassdoor(response, wanted)
      : { ok: false, reason: 'failed', message: result.ok ? '' : `${label}: ${result.error.message}` }
    return context.unit(tx => keep(tx, companyId, reading, result.ok ? undefined : result.error.retryAfter))
  }

  const keep = (
    tx: Tx,
    companyId: number,
    reading: GlassdoorReading,
    retryAfter: number | undefined,
  ): Outcome => {
    const now = context.clock.millis()
    if (!reading.ok && reading.reason === 'key') {
      const message = `${label} refused your API key. Enter a valid one in Settings, under Company facts.`
      rest(tx, { stopped: message })
      return { kind: 'rests', why: 'key', message }
    }
    if (!reading.ok && reading.reason === 'busy') {
      const pause = pauseAfterFailure(1, retryAfter ?? BUSY_PAUSE_MS, now)
      rest(tx, { wait_until: pause?.until ?? null, wait_by: 'server', wait_reason: reading.message })
      return { kind: 'rests', why: 'busy', message: reading.message }
    }
    const company = findCompany(tx.db, companyId)
    if (!company) return { kind: 'done' }
    const before = companyState(tx.db, companyId)
    const companyIds = [CompanyId.parse(companyId)]
    if (!reading.ok) {
      const attempts = before?.state === 'error' ? before.attempts + 1 : 1
      const failures = readLookups(tx.db).failures_in_a_row + 1
      const pause = pauseAfterFailure(failures, retryAfter, now)
      saveCompanyState(tx.db, companyId, {
        state: 'error',
        attempts,
        next_attempt_at: nextAttempt('error', attempts, now, retryAfter),
        last_error: reading.message,
        updated_at: tx.now,
      })
      saveLookups(tx.db, { failures_in_a_row: failures })
      if (pause) rest(tx, { wait_until: pause.until, wait_by: pause.by, wait_reason: reading.message })
      tx.emit('company.changed', { companyIds })
      return { kind: 'done' }
    }
    const attempts = before?.state === 'not_found' ? before.attempts + 1 : 1
    const found = reading.found !== null
    saveCompanyState(tx.db, companyId, {
      state: found ? 'success' : 'not_found',
      attempts,
      next_attempt_at: found ? null : nextAttempt('not_found', attempts, now),
      last_error: null,
      updated_at: tx.now,
    })
    saveLookups(tx.db, {
      failures_in_a_row: 0,
      wait_until: null,
      wait_by: null,
      wait_reason: null,
      stopped: null,
    })
    if (reading.found) {
      const values = factsFound(company, reading.found, tx.now)
      updateCompany(tx.db, companyId, values)
      if (values.size_range !== undefined && values.size_range !== company.size_range) sizesChanged = true
    }
    tx.emit('company.changed', { companyIds })
    return { kind: 'done' }
  }

  /** Campaigns that wish for sizes rank again when sizes became known. */
  const rankBySize = () => {
    if (!sizesChanged || stopping.signal.aborted) return
    sizesChanged = false
    context.unit(tx => rankForSizes(tx, tools.rankAgain))
  }

  const work = async () => {
    const http = tools.newHttp()
    try {
      for (let companyId = next(); companyId !== null; companyId = next()) {
        const outcome = await lookUpOne(companyId, http)
        if (outcome.kind === 'rests') break
      }
      rankBySize()
    } catch (error) {
      context.log.error('Companies could not be looked up', {
        reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
      })
    }
    await http.close()
  }

  const wake = () => {
    if (working) {
      again = true
      return
    }
    if (next() === null) return
    working = work().finally(() => {
      working = null
      if (!again) return
      again = false
      wake()
    })
  }
  const timer = setInterval(wake, LOOK_EVERY_MS)
  timer.unref()

  return {
    wake,
    async lookUp(companyId) {
      if (!readSettings(context.db).enrichCompanies)
        refuse(
          'unsupported',
          'Looking companies up is switched off. Switch it on in Settings, under Company facts.',
        )
      const { wait_until, wait_by, wait_reason } = readLookups(context.db)
      if (wait_by === 'server' && wait_until !== null && wait_until > context.clock.now())
        refuse('source_limited', wait_reason ?? `${label} asks for a pause.`, { retryable: true })
      const http = tools.newHttp()
      const outcome = await lookUpOne(companyId, http).finally(() => http.close())
      if (outcome.kind === 'done') {
        rankBySize()
        wake()
        return
      }
      const code =
        outcome.why === 'busy' ? 'source_limited' : outcome.why === 'key' ? 'source_refused' : 'cancelled'
      refuse(code, outcome.message, { retryable: outcome.why === 'busy' })
    },
    resume() {
      context.unit(tx =>
        rest(tx, {
          stopped: null,
          wait_until: null,
          wait_by: null,
          wait_reason: null,
          failures_in_a_row: 0,
        }),
      )
      wake()
    },
    async settled() {
      while (working) await working
    },
    async stop() {
      clearInterval(timer)
      stopping.abort()
      while (working) await working
    },
  }
}
