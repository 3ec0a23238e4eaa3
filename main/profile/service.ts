import { isDeepStrictEqual } from 'node:util'
import { recordChange, type Undoer } from '../changes/service.ts'
import { refuse } from '../contract/errors.ts'
import { Profile } from '../contract/profile.ts'
import type { Undoable } from '../contract/shapes.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { folded } from '../postings/rules/clean-text.ts'
import { recommendationQueries } from './recommendations.ts'
import { hasMatter, matchBasis } from './rules/match.ts'
import { entriesOf } from './rules/resume-entries.ts'
import { resumeOf } from './rules/resume-export.ts'
import { homeOf } from './rules/resume-fields.ts'
import { proposalOf, takeFrom } from './rules/resume-import.ts'
import { isRecord, type Json, readResumeText } from './rules/resume-text.ts'
import { knownSkill } from './skill-names.ts'
import { clearMatches, setRematchAfter, skillsNamed, storedProfile, storeProfile } from './store.ts'

export { createMatchExplainer } from './rules/match.ts'
export { knownSkill, skillFinder } from './skill-names.ts'
export {
  clearMatches,
  matchOf,
  profileVersion,
  rematchAfter,
  replaceMatches,
  replaceMatchRows,
  setRematchAfter,
} from './store.ts'

/** The person's profile; an empty one before anything was saved. What no longer fits is as if it was never said. */
export function readProfile(db: Db): Profile {
  const data = storedProfile(db)
  if (data === undefined) return Profile.parse({})
  const stored = withEntries(JSON.parse(data))
  const whole = Profile.safeParse(stored)
  if (whole.success) return whole.data
  const sound = Object.entries(stored ?? {}).filter(
    ([key, value]) => Profile.safeParse({ [key]: value }).success,
  )
  return Profile.parse(Object.fromEntries(sound))
}

/** Profiles of older versions kept positions, schools and certificates only in the resume that was imported last. */
function withEntries(stored: unknown): unknown {
  if (!isRecord(stored) || 'experience' in stored || !isRecord(stored.extra)) return stored
  return { ...entriesOf(stored.extra), location: homeOf(stored.extra).slice(0, 200), ...stored }
}

/** Saves the profile inside the caller's transaction. A change that decides matches lets all jobs be matched again. */
export function saveProfile(tx: Tx, profile: Profile): void {
  const before = readProfile(tx.db)
  const skills = profile.skills.map(skill => {
    const known = knownSkill(skill.name)
    return { ...skill, known_as: known === skill.name ? null : known }
  })
  const saved = { ...profile, skills }
  storeProfile(tx.db, JSON.stringify(saved), tx.now)
  if (matchBasis(before) !== matchBasis(saved)) {
    const compared = hasMatter(saved)
    if (!compared) clearMatches(tx.db)
    setRematchAfter(tx.db, compared ? 0 : null)
  }
  tx.emit('profile.changed', {})
}

/** Saves and remembers the way back; null when nothing changed. */
function saveWithUndo(tx: Tx, profile: Profile, label: string): Undoable | null {
  const before = readProfile(tx.db)
  saveProfile(tx, profile)
  const after = readProfile(tx.db)
  return isDeepStrictEqual(before, after) ? null : recordChange(tx, label, 'profile.save', { before, after })
}

/** A text as a resume; refused in words when it is none. */
function resumeFrom(text: string): Json {
  const read = readResumeText(text)
  return read.ok ? read.resume : refuse('file_not_understood', read.message)
}

export const profileQueries = {
  ...recommendationQueries(readProfile),
  'profile.get': ({ db }) => readProfile(db),
  'profile.readResume': ({ db, clock }, { text }) =>
    proposalOf(resumeFrom(text), readProfile(db), { usualName: knownSkill, today: clock.now().slice(0, 10) }),
  'profile.exportResume': ({ db }) => {
    const profile = readProfile(db)
    const name = folded(profile.name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
    return {
      fileName: `${name === '' ? 'resume' : `${name}-resume`}.json`,
      text: `${JSON.stringify(resumeOf(profile, knownSkill), null, 2)}\n`,
    }
  },
  'profile.skillNames': ({ db }, { text, limit }) => ({
    names: text.trim() === '' ? [] : skillsNamed(db, text.trim(), limit),
  }),
} satisfies Partial<Queries>

export const profileCommands = {
  'profile.save': (context, profile) =>
    context.unit(tx => ({ undo: saveWithUndo(tx, profile, 'Saved the profile') })),
  'profile.importResume': (context, { text, take }) => {
    const resume = resumeFrom(text)
    return context.unit(tx => {
      const help = { usualName: knownSkill, today: tx.now.slice(0, 10) }
      const profile = Profile.parse(takeFrom(resume, readProfile(tx.db), take, help))
      return { undo: saveWithUndo(tx, profile, 'Imported a resume into the profile') }
    })
  },
} satisfies Partial<Commands>

export const profileUndoers = {
  'profile.save': (tx: Tx, { before, after }: { before: Profile; after: Profile }) => {
    const now = readProfile(tx.db)
    // What was changed again since stays as the person put it last.
    const back = Object.keys(before).filter(key =>
      isDeepStrictEqual(now[key as keyof Profile], after[key as keyof Profile]),
    )
    const restored = { ...now, ...Object.fromEntries(back.map(key => [key, before[key as keyof Profile]])) }
    saveProfile(tx, Profile.safeParse(restored).data ?? before)
  },
} satisfies Record<string, Undoer>
