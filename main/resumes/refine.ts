import type { Ai } from '../ai/service.ts'
import { refuse } from '../contract/errors.ts'
import type { Commands } from '../platform/dispatch.ts'

export const refineCommands = (_ai: Ai) =>
  ({
    'resumes.refine': () => refuse('unsupported', 'The language model is switched off.'),
    'resumes.cancelRefine': () => ({}),
  }) satisfies Partial<Commands>
