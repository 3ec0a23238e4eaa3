import { tell } from './lines.ts'
import type { OpenCore } from './open-core.ts'
import type { Random } from './random.ts'
import { isRefusal } from './refusals.ts'

/** What a person does while Rolecall works: small commands, each told before it is sent and when it is answered. */

const STATUSES = ['approved', 'preparing_to_apply', 'applied', 'interview', 'rejected', 'archived'] as const
const THEMES = ['system', 'light', 'dark'] as const

/** Sends one command that sets `key` to `value`. An error answer means that it did not. */
export async function told(key: string, value: unknown, send: () => Promise<unknown>): Promise<boolean> {
  tell({ kind: 'asked', key, value })
  try {
    await send()
    tell({ kind: 'answered', key, value })
    return true
  } catch (error) {
    if (!isRefusal(error)) throw error
    tell({ kind: 'refused', key, code: error.code })
    return false
  }
}

/** One random act on known jobs and settings; none of them changes what an import stores. */
export function personalActs(core: OpenCore, random: Random, jobs: () => readonly number[]) {
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)] as T

  const move = async (jobId: number) => {
    const { job } = await core.call('jobs.get', { jobId: jobId as never })
    const status = pick(STATUSES.filter(other => other !== job.status))
    const answers: { undo: { changeId: number } | null }[] = []
    await told(`status:${jobId}`, status, async () => {
      answers.push(await core.call('applications.setStatus', { jobIds: [jobId as never], status }))
    })
    const changeId = answers[0]?.undo?.changeId
    if (changeId !== undefined && random.next() < 0.3)
      await told(`status:${jobId}`, job.status, () =>
        core.call('changes.undo', { changeId: changeId as never }),
      )
  }

  const note = async (jobId: number) => {
    const { notesVersion } = await core.call('jobs.get', { jobId: jobId as never })
    const notes = `Note ${random.below(1_000_000)}. ${'They answer slowly. '.repeat(random.below(200))}`
    await told(`notes:${jobId}`, [notes, notesVersion + 1], () =>
      core.call('applications.saveNotes', { jobId: jobId as never, notes, basedOn: notesVersion }),
    )
  }

  const plan = async (jobId: number, act: number) => {
    const words = `Words ${random.below(1_000_000_000)}`
    if (act === 8)
      return told(`recipient:${jobId}`, words, () =>
        core.call('applications.edit', { jobId: jobId as never, facts: { recipient: words } }),
      )
    if (act === 9)
      return told(`interview:${words}`, jobId, () =>
        core.call('applications.saveInterview', {
          jobId: jobId as never,
          interviewId: null,
          interview: { kind: 'phone', at: '2026-03-10T10:00:00.000Z', place: words },
        }),
      )
    if (act === 10)
      return told(`contact:${words}`, jobId, () =>
        core.call('contacts.save', { contactId: null, contact: { name: words }, jobId: jobId as never }),
      )
    return told(`reminder:${words}`, jobId, () =>
      core.call('reminders.save', {
        reminderId: null,
        reminder: { jobId: jobId as never, text: words, dueAt: '2026-03-10T10:00:00.000Z' },
      }),
    )
  }

  return async (): Promise<void> => {
    const known = jobs()
    const act = random.below(known.length === 0 ? 2 : 12)
    if (act === 0) {
      const theme = pick(THEMES)
      return void (await told('settings:theme', theme, () => core.call('settings.update', { theme })))
    }
    if (act === 1) {
      const on = random.next() < 0.5
      return void (await told('settings:keepRunningInTray', on, () =>
        core.call('settings.update', { keepRunningInTray: on }),
      ))
    }
    const jobId = pick(known)
    if (act <= 4) return move(jobId)
    if (act <= 6) return note(jobId)
    if (act >= 8) return void (await plan(jobId, act))
    const favourite = random.next() < 0.7
    await told(`favourite:${jobId}`, favourite, () =>
      core.call('jobs.setFavourite', { jobIds: [jobId as never], favourite }),
    )
  }
}
