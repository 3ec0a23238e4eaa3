import { randomInt } from 'node:crypto'

/** Questions for keys, which only the host can answer: it alone can open the keystore. */
export interface SecretQuestions {
  /** The key of a source for its host; null when there is none. */
  ask(kind: string, name: string, host: string): Promise<string | null>
  answer(id: number, value: string | null): void
}

/** `post` sends a question to the host. */
export function createSecretQuestions(
  post: (id: number, name: string, host: string) => void,
): SecretQuestions {
  const waiting = new Map<number, (value: string | null) => void>()
  // Not from 1 on: an answer to a thread that ended in the meantime must not pass for one to this thread's question.
  let lastId = randomInt(2 ** 47)
  return {
    ask: (kind, name, host) =>
      new Promise(resolve => {
        lastId += 1
        waiting.set(lastId, resolve)
        post(lastId, `${kind}.${name}`, host)
      }),
    answer(id, value) {
      waiting.get(id)?.(value)
      waiting.delete(id)
    },
  }
}
