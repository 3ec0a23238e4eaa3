import type { z } from 'zod'
import type { SourceAdapter, SourceReading, SourceRequest, SourceResponse } from './adapter.ts'
import { createGreenhouse } from './greenhouse.ts'

/** An adapter whose config is checked on every use, so that sources of all kinds fit one list. */
export interface Source {
  kind: string
  label: string
  /** The config as stored, or what is wrong with it. */
  check(config: unknown): z.ZodSafeParseResult<unknown>
  firstRequest(config: unknown): SourceRequest
  read(response: SourceResponse, config: unknown): SourceReading
}

function source<Config>(adapter: SourceAdapter<Config>): Source {
  return {
    kind: adapter.kind,
    label: adapter.label,
    check: config => adapter.needs.safeParse(config),
    firstRequest: config => adapter.firstRequest(adapter.needs.parse(config)),
    read: (response, config) => adapter.read(response, adapter.needs.parse(config)),
  }
}

/**
 * All sources that are asked over the network, by kind. A new one is a file here and a line below. `baseUrls`
 * replaces addresses by kind, for tests that replay answers on loopback.
 */
export function createSources(
  baseUrls: { readonly [kind: string]: string | undefined; greenhouse?: string } = {},
): (kind: string) => Source | undefined {
  const all = [source(createGreenhouse(baseUrls.greenhouse))]
  return kind => all.find(one => one.kind === kind)
}
