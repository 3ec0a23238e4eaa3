import type { HealthCheck } from '../contract/health.ts'
import type { QueryContext } from '../platform/context.ts'

/** One thing that was looked at. `neutral`: what may be said of it to somebody else; without it, the message. */
export interface Look extends HealthCheck {
  neutral?: string
}

export type Looked = (context: QueryContext) => Look

/** What goes well. */
export const green = (name: Look['name'], message: string, page: string | null = null): Look => ({
  name,
  state: 'green',
  message,
  advice: null,
  page,
})

/** What does not, and what to do. */
export const unwell = (
  name: Look['name'],
  state: 'amber' | 'red',
  message: string,
  advice: string,
  page: string | null = null,
): Look => ({ name, state, message, advice, page })

/** "1 job", "2 jobs". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
