import { useChange } from '../../app/changes.ts'
import { client } from '../../app/core.ts'

/** Adds a skill to the profile, which can be taken back; the page follows by the event. */
export function useAddSkill(): { add: (name: string) => void; adding: string | null } {
  const change = useChange(async (name: string) => {
    const profile = await client.profile.get({})
    return client.profile.save({ ...profile, skills: [...profile.skills, name] })
  })
  return { add: change.mutate, adding: change.isPending ? change.variables : null }
}
