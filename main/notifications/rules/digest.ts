import type { NotificationKind } from '../../contract/notifications.ts'

/** What the system shows of the notifications that are due: few things, and nothing twice. */

export interface OsItem {
  id: number
  kind: NotificationKind
  title: string
  body: string
  target: string
  campaignId: number | null
  campaign: string | null
  runId: number | null
  /** ISO 8601, as all times here. */
  createdAt: string
  expiresAt: string | null
  /** Matches that it tells of, and the best score among them. */
  n: number
  best: number | null
}

export interface OsMoment {
  now: string
  /** Something is quiet until then; null: it is not quiet. */
  quietUntil: string | null
  /** The system showed something of a run a short while ago, and nothing more of runs is shown until then; null: it may. */
  runsHeldUntil: string | null
  /** `run:campaign` of what was shown already. */
  shownRuns: ReadonlySet<string>
}

/** One notification of the system, which stands for one or several of ours. */
export interface OsShow {
  ids: number[]
  /** The one that a click opens, 0 for a digest. */
  notificationId: number
  title: string
  body: string
  target: string
}

export interface OsPlan {
  show: OsShow[]
  hold: { ids: number[]; until: string }[]
  skip: { ids: number[]; reason: string }[]
}

export const OVER = 'It was over before it could be told.'
export const TOLD_ALREADY = 'The system has shown one of this run already.'

/** Older ones are told in one sentence, whatever they are. */
export const LATE_MS = 12 * 3_600_000
/** Where several are in one notification, so many are named. */
const NAMED = 3
export const CENTRE = '/notifications'

type Group = 'runs' | 'due' | 'interview' | 'other'
const GROUPS: Record<NotificationKind, Group> = {
  match: 'runs',
  run_failed: 'runs',
  run_finished: 'runs',
  reminder: 'due',
  follow_up: 'due',
  interview: 'interview',
  briefing: 'other',
  summary: 'other',
  check: 'other',
  notice: 'other',
}
/** Which of several of one run is shown. */
const WEIGHT: Partial<Record<NotificationKind, number>> = { match: 2, run_failed: 1 }

const runKey = ({ runId, campaignId }: OsItem): string => `${runId}:${campaignId}`
const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** Shares what is due out: each item is shown, alone or with others, held for later, or passed over. */
export function planOs(due: readonly OsItem[], moment: OsMoment): OsPlan {
  const plan: OsPlan = { show: [], hold: [], skip: [] }
  const over = due.filter(({ expiresAt }) => expiresAt !== null && expiresAt <= moment.now)
  skip(plan, over, OVER)
  const alive = due.filter(item => !over.includes(item))
  if (moment.quietUntil !== null) {
    hold(plan, alive, moment.quietUntil)
    return plan
  }
  const lateBefore = new Date(Date.parse(moment.now) - LATE_MS).toISOString()
  const late = alive.filter(({ createdAt }) => createdAt < lateBefore)
  show(plan, late, away)
  const groups: Record<Group, OsItem[]> = { runs: [], due: [], interview: [], other: [] }
  for (const item of alive) if (!late.includes(item)) groups[GROUPS[item.kind]].push(item)
  const told = groups.runs.filter(item => item.runId !== null && moment.shownRuns.has(runKey(item)))
  skip(plan, told, TOLD_ALREADY)
  const runs = groups.runs.filter(item => !told.includes(item))
  if (moment.runsHeldUntil !== null) hold(plan, runs, moment.runsHeldUntil)
  else showRuns(plan, runs)
  show(plan, groups.interview, items => digest(items, plural(items.length, 'interview')))
  show(plan, groups.due, dueDigest)
  show(plan, groups.other, items => digest(items, plural(items.length, 'notification')))
  return plan
}

const idsOf = (items: readonly OsItem[]): number[] => items.map(({ id }) => id)

function skip(plan: OsPlan, items: readonly OsItem[], reason: string): void {
  if (items.length > 0) plan.skip.push({ ids: idsOf(items), reason })
}

function hold(plan: OsPlan, items: readonly OsItem[], until: string): void {
  if (items.length > 0) plan.hold.push({ ids: idsOf(items), until })
}

type Said = Pick<OsShow, 'title' | 'body' | 'target'>

function show(plan: OsPlan, items: readonly OsItem[], several: (items: readonly OsItem[]) => Said): void {
  const [only] = items
  if (only === undefined) return
  if (items.length === 1)
    plan.show.push({
      ids: [only.id],
      notificationId: only.id,
      title: only.title,
      body: only.body,
      target: only.target,
    })
  else plan.show.push({ ids: idsOf(items), notificationId: 0, ...several(items) })
}

/** At most one a run and campaign; where several runs ended, one for all. */
function showRuns(plan: OsPlan, items: readonly OsItem[]): void {
  const byRun = new Map<string, OsItem[]>()
  for (const item of items) {
    const key = item.runId === null ? `alone:${item.id}` : runKey(item)
    byRun.set(key, [...(byRun.get(key) ?? []), item])
  }
  const told = [...byRun.values()].flatMap(ofRun => strongest(ofRun))
  const first = plan.show.length
  show(plan, told, runsDigest)
  const shown = plan.show[first]
  if (shown) shown.ids = idsOf(items)
}

const strongest = (items: readonly OsItem[]): OsItem[] =>
  items.toSorted((a, b) => (WEIGHT[b.kind] ?? 0) - (WEIGHT[a.kind] ?? 0) || a.id - b.id).slice(0, 1)

const named = (texts: readonly string[]): string =>
  texts.length <= NAMED + 1
    ? texts.join(', ')
    : `${texts.slice(0, NAMED).join(', ')} and ${texts.length - NAMED} more`

function digest(items: readonly OsItem[], title: string): Said {
  return { title, body: named(items.map(item => item.title)), target: CENTRE }
}

function dueDigest(items: readonly OsItem[]): Said {
  const reminders = items.every(({ kind }) => kind === 'reminder')
  return reminders
    ? { ...digest(items, `${plural(items.length, 'reminder')} are due`), target: '/reminders' }
    : digest(items, `${plural(items.length, 'thing')} to see to`)
}

function away(items: readonly OsItem[]): Said {
  return digest(items, `${plural(items.length, 'notification')} while you were away`)
}

function runsDigest(items: readonly OsItem[]): Said {
  const matches = items.filter(({ kind }) => kind === 'match')
  const failed = items.filter(({ kind }) => kind === 'run_failed').length
  const finished = items.length - matches.length - failed
  const found = matches.reduce((sum, { n }) => sum + n, 0)
  const best = Math.max(...matches.map(item => item.best ?? 0))
  const perCampaign = new Map<string, number>()
  for (const { campaign, n } of matches)
    perCampaign.set(campaign ?? 'Others', (perCampaign.get(campaign ?? 'Others') ?? 0) + n)
  const campaigns = [...perCampaign]
  const where =
    campaigns.length === 1 ? `for ${campaigns[0]?.[0] ?? ''}` : `in ${plural(campaigns.length, 'campaign')}`
  const parts = [
    ...(found > 0 ? [`${plural(found, 'new match', 'new matches')} ${where}, best ${Math.round(best)}`] : []),
    ...(failed > 0 ? [`${plural(failed, 'run')} failed`] : []),
    ...(finished > 0 ? [`${plural(finished, 'run')} ended`] : []),
  ]
  const body = [
    ...campaigns.toSorted((a, b) => b[1] - a[1]).map(([name, n]) => `${name}: ${n}`),
    ...items.filter(({ kind }) => kind === 'run_failed').map(({ title }) => title),
  ]
  const one = campaigns.length === 1 && failed === 0 ? matches[0]?.campaignId : null
  return {
    title: parts.join('; '),
    body: named(body.length > 0 ? body : items.map(({ title }) => title)),
    target: one === null || one === undefined ? CENTRE : `/jobs?campaign=${one}`,
  }
}
