import type { ActivityRow } from '../../contract/activity.ts'
import type { EventType, StoredEvent } from '../../contract/events.ts'
import { type Names, plain } from './plain.ts'
import { WORDS, type Words } from './words.ts'

/** Like events in a row, which become one sentence; the newest first. */
export interface Gathered {
  key: string
  events: [StoredEvent, ...StoredEvent[]]
}

/** Campaigns that run at the same time take turns; a sentence is looked for this far back. */
const LOOK_BACK = 3
const LONGEST_SENTENCE = 400

/** The words for a type; the payload of an event always has the shape of its type. */
const wordsFor = (type: EventType) => WORDS[type] as Words<EventType> | null

/** The key under which like events gather; null: not for people. */
export function keyOf(event: StoredEvent): string | null {
  const words = wordsFor(event.type)
  if (!words || words.when?.(event.payload) === false) return null
  return `${event.type} ${words.same ? words.same(event.payload) : `#${event.seq}`}`
}

/** Adds an event that is older than all before; false when it would begin one more than `most` sentences. */
export function gather(all: Gathered[], event: StoredEvent, most: number): boolean {
  const key = keyOf(event)
  if (key === null) return true
  const known = all.slice(-LOOK_BACK).find(each => each.key === key)
  if (known) known.events.push(event)
  else if (all.length >= most) return false
  else all.push({ key, events: [event] })
  return true
}

/** A sentence for people; null when what it would speak of is gone. */
export function sentence({ events }: Gathered, names: Names): ActivityRow | null {
  const [newest] = events
  const words = wordsFor(newest.type)
  const payloads = events.map(event => event.payload)
  const text = words?.text(newest.payload, payloads, names)
  if (!words || !text) return null
  return {
    seq: newest.seq,
    at: newest.at,
    group: words.group,
    text: plain(text, LONGEST_SENTENCE),
    target: words.target?.(newest.payload, payloads, names) ?? null,
  }
}

/** Ids of what sentences speak of, by the name that payloads give them. */
export interface Mentioned {
  jobs: Set<number>
  campaigns: Set<number>
  sources: Set<number>
  companies: Set<number>
  notifications: Set<number>
  reminders: Set<number>
  changes: Set<number>
}

/** What the sentences have to know the names of. Only of the newest event, and of lists only their first two: more is a number. */
export function mentioned(all: readonly Gathered[]): Mentioned {
  const ids: Mentioned = {
    jobs: new Set(),
    campaigns: new Set(),
    sources: new Set(),
    companies: new Set(),
    notifications: new Set(),
    reminders: new Set(),
    changes: new Set(),
  }
  const homes: Record<string, Set<number>> = {
    jobId: ids.jobs,
    jobIds: ids.jobs,
    campaignId: ids.campaigns,
    sourceId: ids.sources,
    companyIds: ids.companies,
    notificationId: ids.notifications,
    reminderId: ids.reminders,
    changeId: ids.changes,
  }
  for (const { events } of all)
    for (const [name, value] of Object.entries(events[0].payload)) {
      const home = Object.hasOwn(homes, name) ? homes[name] : undefined
      for (const id of (Array.isArray(value) ? value : [value]).slice(0, 2))
        if (typeof id === 'number') home?.add(id)
    }
  return ids
}
