import { standingOf } from '../ai/service.ts'
import { standingOfChecks } from '../checks/service.ts'
import { mailStatus } from '../notifications/service.ts'
import { machineZone } from '../platform/zone.ts'
import { viewSchedule } from '../schedule/service.ts'
import { listSources } from '../sources/service.ts'
import { osDeliveries } from './deliveries.ts'
import { counted, green, type Looked, unwell } from './look.ts'

/** What works by itself: threads, schedule, sources, model, mail, messages, checks. */

export const threads: Looked = ({ threads: state }) => {
  const all = state?.() ?? []
  const down = all.filter(thread => thread.state === 'down')
  const again = all.filter(thread => thread.restarts > 0)
  if (down.length > 0)
    return unwell(
      'threads',
      'red',
      `${down.map(({ name }) => name).join(', ')} ended and could not be started again`,
      'Restart Rolecall. If it happens again, copy the diagnostics for whoever helps you.',
    )
  if (again.length > 0)
    return unwell(
      'threads',
      'amber',
      `${again.map(({ name, restarts }) => `${name} was started again ${counted(restarts, 'time')}`).join(', ')}`,
      'Everything saved is kept. If it happens more often, copy the diagnostics for whoever helps you.',
    )
  return green('threads', all.length === 0 ? 'All run' : `All ${all.length} run`)
}

export const schedule: Looked = ({ db, clock }) => {
  const { paused, entries, next } = viewSchedule(db, clock, machineZone())
  if (paused)
    return unwell(
      'schedule',
      'amber',
      'Everything is paused',
      'Go on under Schedule when you want.',
      '/schedule',
    )
  const campaigns = entries.filter(({ kind, nextAt }) => kind === 'ingestion' && nextAt !== null).length
  const resting = entries.filter(({ resting: why }) => why === 'no_sources').length
  const message =
    campaigns === 0 ? 'No campaign runs by itself' : `${counted(campaigns, 'campaign')} run by themselves`
  if (resting > 0)
    return unwell(
      'schedule',
      'amber',
      `${message}; ${counted(resting, 'campaign has', 'campaigns have')} no source to ask`,
      resting === 1
        ? 'Choose sources for it, or take its schedule away.'
        : 'Choose sources for them, or take their schedule away.',
      '/schedule',
    )
  return green(
    'schedule',
    next === null ? message : `${message}, the next time at ${next.at.slice(0, 16)}Z`,
    '/schedule',
  )
}

export const sources: Looked = ({ db, clock }) => {
  const all = listSources(db, clock.now()).filter(source => source.enabled)
  const failing = all.filter(source => source.state === 'failing' || source.state === 'resting')
  if (failing.length === 0)
    return green(
      'sources',
      all.length === 0 ? 'None is followed' : `All ${all.length} answered last time`,
      '/sources',
    )
  return {
    ...unwell(
      'sources',
      'amber',
      failing.map(source => `${source.label}: ${source.lastError}`).join(' '),
      'Test it under Sources.',
      '/sources',
    ),
    neutral: `${failing.length} of ${all.length} do not answer`,
  }
}

/** Settled states of the model that are nothing to worry about. */
const AI_FINE = new Set(['off', 'ready'])

export const ai: Looked = ({ db, clock }) => {
  const { state, message } = standingOf(db, clock)
  if (AI_FINE.has(state))
    return green('ai', state === 'off' ? 'Switched off' : 'Ready to be asked', '/settings')
  return {
    ...unwell('ai', 'amber', message, 'Look into Settings, under Language model.', '/settings'),
    neutral: `It cannot be asked: ${state}`,
  }
}

export const mail: Looked = ({ db, clock }) => {
  const { state, message, waiting, failed } = mailStatus(db, clock.millis())
  if (state === 'off') return green('mail', 'No mail is sent', '/settings')
  if (state === 'ready' && failed === 0)
    return green('mail', waiting === 0 ? 'Ready' : `${counted(waiting, 'mail')} on the way`, '/settings')
  return {
    ...unwell(
      'mail',
      state === 'failing' ? 'red' : 'amber',
      message ?? `${counted(failed, 'mail')} could not be sent within the last seven days`,
      'Test the mail server in Settings, under Email.',
      '/settings',
    ),
    neutral: `${state}, ${failed} given up, ${waiting} waiting`,
  }
}

export const notifications: Looked = ({ db, clock }) => {
  const { overdue, failed } = osDeliveries(db, clock)
  if (overdue > 0)
    return unwell(
      'notifications',
      'amber',
      `${counted(overdue, 'message has', 'messages have')} waited for more than an hour`,
      'Send a test message in Settings, under Notifications.',
      '/settings',
    )
  if (failed > 0)
    return unwell(
      'notifications',
      'amber',
      `${counted(failed, 'message')} could not be shown within the last seven days`,
      'Allow Rolecall to notify in the settings of your computer, then send a test message.',
      '/settings',
    )
  return green('notifications', 'All were delivered', '/notifications')
}

export const checks: Looked = ({ db }) => {
  const all = standingOfChecks(db)
  const made = all.filter(({ last }) => last !== null)
  const broken = made.filter(({ last }) => last?.state !== 'passed')
  if (made.length === 0) return green('checks', 'Not made yet; the first come within a day', '/checks')
  if (broken.length === 0) return green('checks', `All ${made.length} hold`, '/checks')
  const critical = broken.some(({ severity, last }) => severity === 'critical' && last?.state === 'failed')
  return unwell(
    'checks',
    critical ? 'red' : 'amber',
    broken
      .map(({ title, last }) =>
        last?.state === 'error'
          ? `${title}: could not be made`
          : `${title}: ${counted(last?.failing ?? 0, 'row')}`,
      )
      .join(', '),
    'Look at the rows under Data quality; what can be mended without a loss is mended there.',
    '/checks',
  )
}
