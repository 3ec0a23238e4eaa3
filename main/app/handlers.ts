import type { Ai } from '../ai/service.ts'
import type { Enrichment } from '../companies/enrichment.ts'
import type { ReadingQueue } from '../documents/service.ts'
import { changesMail, type Delivery, type Due } from '../notifications/service.ts'
import type { MatchAll } from '../pipeline/match-all.ts'
import type { RankChanged } from '../pipeline/rank-changed.ts'
import type { Bus } from '../platform/events/bus.ts'
import type { Scheduler } from '../schedule/scheduler.ts'

/** What is woken by events. */
export interface Woken {
  ai: Pick<Ai, 'wake'>
  delivery: Pick<Delivery, 'wake'>
  /** null: nothing is told at its time here. */
  due: Pick<Due, 'wake'> | null
  /** The settings of mail are others now. */
  mailChanged(): void
  /** The quiet hours are others now, or none. */
  quietChanged(): void
  enrichment: Pick<Enrichment, 'wake'>
  matchAll: Pick<MatchAll, 'wake'>
  rankChanged: Pick<RankChanged, 'wake'>
  reading: Pick<ReadingQueue, 'wake'>
  /** null: nothing comes by itself here. */
  scheduler: Pick<Scheduler, 'look'> | null
}

/**
 * What is done after events. Each of these looks at the database for what there is to do, so that one call stands for
 * many events and a call too many does nothing.
 */
export function registerHandlers(bus: Bus, woken: Woken): void {
  bus.on({
    name: 'Deliver notifications',
    types: ['notification.created'],
    handle: () => woken.delivery.wake(),
  })
  bus.on({
    name: 'Try mail with its new settings',
    types: ['settings.changed'],
    handle: events => {
      if (changesMail(events)) woken.mailChanged()
    },
  })
  bus.on({
    name: 'Follow the quiet hours',
    types: ['settings.changed'],
    handle: events => {
      if (events.some(({ payload }) => payload.keys.includes('quietHours'))) woken.quietChanged()
    },
  })
  bus.on({
    name: 'Tell what is due',
    types: [
      'reminder.changed',
      'application.changed',
      'job.status_changed',
      'settings.changed',
      'change.undone',
    ],
    handle: () => woken.due?.wake(),
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
  bus.on({ name: 'Read documents', types: ['document.changed'], handle: () => woken.reading.wake() })
  bus.on({
    name: 'Look companies up',
    types: ['settings.changed'],
    handle: () => woken.enrichment.wake(),
  })
  bus.on({
    name: 'Follow the schedule',
    types: [
      'settings.changed',
      'campaign.created',
      'campaign.changed',
      'campaign.paused',
      'campaign.resumed',
      'campaign.deleted',
      'source.changed',
      'sample.loaded',
    ],
    handle: () => woken.scheduler?.look(),
  })
}
