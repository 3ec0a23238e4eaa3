import type { z } from 'zod'
import type { SourceKind } from '../../contract/sources.ts'
import type {
  Ask,
  DetailReading,
  SourceAdapter,
  SourceItem,
  SourceReading,
  SourceRequest,
  SourceResponse,
} from './adapter.ts'
import { createAdzuna } from './adzuna.ts'
import { createArbeitnow } from './arbeitnow.ts'
import { createAshby } from './ashby.ts'
import { createGreenhouse } from './greenhouse.ts'
import { createHackerNews } from './hackernews.ts'
import { createHimalayas } from './himalayas.ts'
import { createJobicy } from './jobicy.ts'
import { createJSearch } from './jsearch.ts'
import { createLever } from './lever.ts'
import { createRecruitee } from './recruitee.ts'
import { createRemoteOk } from './remoteok.ts'
import { createRemotive } from './remotive.ts'
import { createSmartRecruiters } from './smartrecruiters.ts'
import { createTheMuse } from './themuse.ts'
import { createUsaJobs } from './usajobs.ts'
import { createWeWorkRemotely } from './weworkremotely.ts'
import { createWorkable } from './workable.ts'
import { createWorkday } from './workday.ts'

/** An adapter whose config is checked on every use, so that sources of all kinds fit one list. */
export interface Source extends Omit<SourceKind, 'fields' | 'keys'> {
  readonly about: string
  readonly fields: SourceAdapter<never>['fields']
  readonly keys: NonNullable<SourceAdapter<never>['keys']>
  readonly pace: SourceAdapter<never>['pace']
  /** The config as stored, or what is wrong with it. */
  check(config: unknown): z.ZodSafeParseResult<unknown>
  /** What tells two sources of this kind apart. */
  name(config: unknown): string
  /** The config out of a pasted address, or null. */
  recognise(address: URL): unknown
  firstRequest(ask: Ask<unknown>): SourceRequest
  authorise(request: SourceRequest, keys: Readonly<Record<string, string>>): SourceRequest
  read(response: SourceResponse, ask: Ask<unknown>): SourceReading
  /** True when postings of this source are completed by a further request each. */
  readonly hasDetails: boolean
  readDetail(item: SourceItem, response: SourceResponse, ask: Ask<unknown>): DetailReading
}

function source<Config>(adapter: SourceAdapter<Config>): Source {
  const checked = (ask: Ask<unknown>): Ask<Config> => ({ ...ask, config: adapter.needs.parse(ask.config) })
  const { kind, label, family, lists, about, site, pace, fields } = adapter
  return {
    ...{ kind, label, family, lists, about, site, pace, fields },
    keys: adapter.keys ?? [],
    check: config => adapter.needs.safeParse(config),
    name: config => adapter.name(adapter.needs.parse(config)),
    recognise(address) {
      const config = adapter.recognise?.(address) ?? null
      return config !== null && adapter.needs.safeParse(config).success ? config : null
    },
    firstRequest: ask => adapter.firstRequest(checked(ask)),
    authorise: (request, keys) => adapter.authorise?.(request, keys) ?? request,
    read: (response, ask) => adapter.read(response, checked(ask)),
    hasDetails: adapter.readDetail !== undefined,
    readDetail(item, response, ask) {
      if (!adapter.readDetail) throw new Error(`Postings of ${label} have no details`)
      return adapter.readDetail(item, response, checked(ask))
    },
  }
}

/** All sources that are asked over the network. */
export interface Sources {
  readonly all: readonly Source[]
  of(kind: string): Source | undefined
}

/**
 * A new source is a file here and a line below. `replay` replaces addresses by kind, for tests that replay answers on
 * loopback.
 */
export function createSources(replay: Readonly<Record<string, string>> = {}): Sources {
  const all: Source[] = [
    source(createGreenhouse(replay.greenhouse)),
    source(createLever(replay.lever)),
    source(createAshby(replay.ashby)),
    source(createSmartRecruiters(replay.smartrecruiters)),
    source(createWorkable(replay.workable)),
    source(createRecruitee(replay.recruitee)),
    source(createWorkday(replay.workday)),
    source(createRemotive(replay.remotive)),
    source(createRemoteOk(replay.remoteok)),
    source(createArbeitnow(replay.arbeitnow)),
    source(createHimalayas(replay.himalayas)),
    source(createJobicy(replay.jobicy)),
    source(createTheMuse(replay.themuse)),
    source(createWeWorkRemotely(replay.weworkremotely)),
    source(createHackerNews(replay.hackernews)),
    source(createJSearch(replay.jsearch)),
    source(createAdzuna(replay.adzuna)),
    source(createUsaJobs(replay.usajobs)),
  ]
  return { all, of: kind => all.find(one => one.kind === kind) }
}

/** The kind and config of the board that a pasted careers address leads to, or null. */
export function recogniseBoard(sources: Sources, text: string): { kind: string; config: unknown } | null {
  const plain = text.trim()
  const address = URL.parse(/^https?:\/\//i.test(plain) ? plain : `https://${plain}`)
  if (address === null || !address.hostname.includes('.')) return null
  for (const one of sources.all) {
    const config = one.recognise(address)
    if (config !== null) return { kind: one.kind, config }
  }
  return null
}
