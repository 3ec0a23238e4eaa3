import type { Commands } from '../platform/dispatch.ts'

export const takeCommands = {
  'resumes.take': () => ({ undo: null }),
} satisfies Partial<Commands>

export const takeUndoers = {}
