import type { Commands, Queries } from '../platform/dispatch.ts'
import { viewStatus } from './status.ts'
import type { Ai } from './types.ts'

export { createAi } from './ai.ts'
export { standingOf } from './status.ts'
export { AI_KEY, type Ai, type AiFailure, type AiQuestion } from './types.ts'

export const aiQueries = {
  'ai.status': ({ db, clock }) => viewStatus(db, clock),
} satisfies Partial<Queries>

/** The commands of the language model; its key is entered by `secrets.set`. */
export const aiCommands = (ai: Ai) =>
  ({
    'ai.test': () => ai.test(),
    'ai.models': async () => ({ models: await ai.models() }),
    'ai.resume': async () => {
      ai.resume()
      // So that a page that asks next sees whether there is a key.
      await ai.state()
      return {}
    },
  }) satisfies Partial<Commands>
