import type { Ai } from '../ai/service.ts'
import type { Enrichment } from '../companies/enrichment.ts'
import type { DetectionRuns } from '../detection/runs.ts'
import type { MatchAll } from '../pipeline/match-all.ts'
import type { RankChanged } from '../pipeline/rank-changed.ts'
import type { Bus } from '../platform/events/bus.ts'

/** What is woken by events. */
export interface Woken {
  ai: Pick<Ai, 'wake'>
  deliver(): void | Promise<void>
  detectionRuns: Pick<DetectionRuns, 'afterRun'>
  enrichment: Pick<Enrichment, 'wake'>
  matchAll: Pick<MatchAll, 'wake'>
  rankChanged: Pick<RankChanged, 'wake'>
}

/**
 * What is done after events. Each of these looks at the database for what there is to do, so that one call stands for
 * many events and a call too many does nothing.
 */
export function registerHandlers(bus: Bus, woken: Woken): void {
  bus.on({
    name: 'Deliver notifications',
    types: ['notification.created'],
    handle: () => woken.deliver(),
  })
  bus.on({ name: 'Wake the language model', types: ['settings.changed'], handle: () => woken.ai.wake() })
  bus.on({
    name: 'Rank changed jobs',
    types: ['job.facts_changed', 'jobs.changed', 'run.finished', 'change.undone'],
    handle: () => woken.rankChanged.wake(),
  })
  bus.on({
    name: 'Match jobs with the profile',
    types: ['profile.changed'],
    handle: () => woken.matchAll.wake(),
  })
  bus.on({
    name: 'Ask AI about the best new jobs',
    types: ['run.finished'],
    handle: () => woken.detectionRuns.afterRun(),
  })
  bus.on({
    name: 'Look companies up',
    types: ['settings.changed', 'run.finished'],
    handle: () => woken.enrichment.wake(),
  })
}
