import { CircleAlert, CircleCheck, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { HealthCheck, LogEntry } from '../../../../main/contract/health.ts'

type State = HealthCheck['state']

/** How a part stands: its word, its sign and its colour. */
export const STATE_FACES: Record<State, { label: string; icon: LucideIcon; tone: string }> = {
  green: { label: 'Works', icon: CircleCheck, tone: 'text-good' },
  amber: { label: 'Needs a look', icon: TriangleAlert, tone: 'text-warn' },
  red: { label: 'Does not work', icon: CircleAlert, tone: 'text-bad' },
}

export const HEALTH_LABELS: Record<HealthCheck['name'], string> = {
  database: 'Database',
  disk: 'Disk',
  backups: 'Backups',
  documents: 'Documents',
  threads: 'Threads',
  schedule: 'Schedule',
  sources: 'Sources',
  ai: 'Language model',
  mail: 'Email',
  notifications: 'Notifications',
  checks: 'Data quality',
}

const PAGES: readonly [start: string, label: string][] = [
  ['/settings', 'Open settings'],
  ['/sources', 'Open sources'],
  ['/schedule', 'Open the schedule'],
  ['/checks', 'Open data quality'],
  ['/runs', 'Open runs'],
  ['/events', 'Open events'],
  ['/notifications', 'Open notifications'],
  ['/campaigns', 'Open campaigns'],
  ['/documents', 'Open documents'],
]

/** What the link to a page says. */
export const pageText = (page: string): string =>
  PAGES.find(([start]) => page.startsWith(start))?.[1] ?? 'Open the page'

/** All parts in one sentence: "Everything works", "1 part does not work, 2 need a look". */
export function healthText(checks: readonly Pick<HealthCheck, 'state'>[]): string {
  const count = (state: State) => checks.filter(check => check.state === state).length
  const [red, amber] = [count('red'), count('amber')]
  const parts = [
    red > 0 ? `${red} ${red === 1 ? 'part does' : 'parts do'} not work` : '',
    amber > 0
      ? `${amber} ${red > 0 ? '' : amber === 1 ? 'part ' : 'parts '}${amber === 1 ? 'needs' : 'need'} a look`
      : '',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(', ') : 'Everything works'
}

export const LEVEL_LABELS: Record<LogEntry['level'], string> = {
  debug: 'Details',
  info: 'Information',
  warn: 'Warning',
  error: 'Error',
}

/** The lines that hold all words that were written, whatever their case. */
export function linesWith(lines: readonly LogEntry[], text: string): LogEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return lines.filter(line => {
    const whole = `${line.level} ${line.from} ${line.text}`.toLowerCase()
    return words.every(word => whole.includes(word))
  })
}

/** Lines as one text to hand on, the oldest first as logs are read. */
export const linesText = (lines: readonly LogEntry[]): string =>
  lines
    .map(line => `${line.at} ${line.level} ${line.from} ${line.text}`)
    .toReversed()
    .join('\n')
