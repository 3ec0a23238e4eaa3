import { randomInt } from 'node:crypto'
import { type Later, later } from '../../platform/alarm.ts'
import type { OsNotification, OsOutcome } from '../../platform/threads/protocol.ts'

/** Notifications for the system, which only the host can show. */
export interface OsQuestions {
  /** Shows one, and answers what became of it. Never rejects. */
  show(notification: OsNotification): Promise<OsOutcome>
  answer(id: number, outcome: OsOutcome): void
}

/** A shell that says nothing for so long has lost it. */
const PATIENCE_MS = 15_000

/** `post` sends a notification to the host. */
export function createOsQuestions(
  post: (id: number, notification: OsNotification) => void,
  wait: Later = later,
): OsQuestions {
  const waiting = new Map<number, (outcome: OsOutcome) => void>()
  // Not from 1 on: an answer to a thread that ended in the meantime must not pass for one to this thread's question.
  let lastId = randomInt(2 ** 47)
  const answer = (id: number, outcome: OsOutcome) => {
    waiting.get(id)?.(outcome)
    waiting.delete(id)
  }
  return {
    show(notification) {
      lastId += 1
      const id = lastId
      return new Promise(resolve => {
        const callOff = wait(
          () => answer(id, { state: 'failed', message: 'The system did not say whether it was shown.' }),
          PATIENCE_MS,
        )
        waiting.set(id, outcome => {
          callOff()
          resolve(outcome)
        })
        post(id, notification)
      })
    },
    answer,
  }
}
