import { isDeepStrictEqual } from 'node:util'
import { recordChange, type Undoer } from '../changes/service.ts'
import { refuse } from '../contract/errors.ts'
import { Profile } from '../contract/profile.ts'
import type { TakenItem } from '../contract/resumes.ts'
import type { Commands } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { knownSkill, readProfile, saveProfile } from '../profile/service.ts'
import { reviewOfVersion } from './review.ts'
import { addReview, type TakenChanges } from './review-store.ts'
import { editedChange } from './rules/review/edited.ts'
import type { Review } from './rules/review/items.ts'
import { takenBack } from './rules/review/take-back.ts'

/** The profile with the chosen things, and what that changes in words. Refused at the field that cannot be taken. */
function taken(profile: Profile, review: Review, take: readonly TakenItem[]) {
  const known = new Map(review.changes.map(each => [each.item.id, each]))
  const changes: TakenChanges = []
  let now = profile
  for (const [index, one] of take.entries()) {
    const found = known.get(one.id)
    // Proposed from what the résumé, or the profile, said before: it stands no more.
    if (!found) continue
    known.delete(one.id)
    const { item, change } = found
    const edited = editedChange(change, one, knownSkill)
    if (!edited.ok) {
      const field = edited.part === null ? `take.${index}.text` : `take.${index}.parts.${edited.part}`
      return refuse('bad_input', edited.message, { field })
    }
    now = edited.apply(now)
    changes.push({ field: item.field, before: item.before, after: edited.after })
  }
  if (changes.length === 0)
    return refuse('conflict', 'What was chosen is not proposed any more. Look at the proposal again.')
  const whole = Profile.safeParse(now)
  if (!whole.success)
    return refuse('bad_input', whole.error.issues[0]?.message ?? 'The profile cannot hold all of this.')
  return { profile: whole.data, changes }
}

export const takeCommands = {
  'resumes.take': (context, { versionId, take }) =>
    context.unit(tx => {
      const { reading, review } = reviewOfVersion(tx.db, versionId, tx.now)
      const before = readProfile(tx.db)
      const { profile, changes } = taken(before, review, take)
      saveProfile(tx, profile)
      const after = readProfile(tx.db)
      if (isDeepStrictEqual(before, after)) return { undo: null }
      const { documentId, title } = reading
      const many = changes.length === 1 ? '1 change' : `${changes.length} changes`
      const undo = recordChange(tx, `Saved ${many} from ${title}`, 'resumes.take', { before, after })
      addReview(tx.db, { at: tx.now, documentId, title, changes, changeId: undo.changeId })
      tx.emit('resume.taken', { documentId, title, items: changes.length })
      return { undo }
    }),
} satisfies Partial<Commands>

export const takeUndoers = {
  'resumes.take': (tx: Tx, { before, after }: { before: Profile; after: Profile }) => {
    const back = takenBack(readProfile(tx.db), before, after)
    const whole = Profile.safeParse(back)
    if (!whole.success)
      return refuse('conflict', 'The profile was changed since in a way that this cannot be taken out of.')
    saveProfile(tx, whole.data)
  },
} satisfies Record<string, Undoer>
