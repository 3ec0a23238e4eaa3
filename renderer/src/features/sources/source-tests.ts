import { useSyncExternalStore } from 'react'
import type { CampaignId, SourceId } from '../../../../main/contract/ids.ts'
import { announce } from '../../app/announce.tsx'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { errorOf } from '../../transport/client.ts'

/** A test of a source: under way, or what it said. */
export type SourceTest = { state: 'busy' } | { state: 'ok' | 'bad'; words: string; at: string }

/** Kept outside of React, so that a test that one place started is seen at all of them. */
let tests: ReadonlyMap<SourceId, SourceTest> = new Map()
const listeners = new Set<() => void>()

function set(id: SourceId, test: SourceTest | null): void {
  const next = new Map(tests)
  if (test) next.set(id, test)
  else next.delete(id)
  tests = next
  for (const listener of listeners) listener()
}

/** Asks a source once and keeps what it said. A searching one is asked for the campaign. Never rejects. */
export async function testSource(sourceId: SourceId, campaignId: CampaignId | null): Promise<void> {
  if (tests.get(sourceId)?.state === 'busy') return
  set(sourceId, { state: 'busy' })
  try {
    const { message } = await client.sources.test({ sourceId, campaignId })
    set(sourceId, { state: 'ok', words: message, at: new Date().toISOString() })
  } catch (thrown) {
    const { code, message } = errorOf(thrown)
    if (code === 'cancelled') {
      set(sourceId, null)
      announce(message)
    } else set(sourceId, { state: 'bad', words: message, at: new Date().toISOString() })
  }
}

/** Tests several sources, a few at a time. */
export async function testSources(
  sourceIds: readonly SourceId[],
  campaignId: CampaignId | null,
): Promise<void> {
  const waiting = [...sourceIds]
  const lane = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await testSource(id, campaignId)
  }
  await Promise.all(Array.from({ length: 4 }, lane))
}

/** Ends the test of a source that is under way. */
export function stopTest(sourceId: SourceId): void {
  client.sources.stopTest({ sourceId }).catch(failureToast)
}

/** The last test of a source since the page was opened; undefined: none. */
export function useSourceTest(sourceId: SourceId): SourceTest | undefined {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => tests.get(sourceId),
  )
}
