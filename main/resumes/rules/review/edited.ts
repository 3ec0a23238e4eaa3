import type { ResumeItem } from '../../../contract/profile.ts'
import { Profile, ProfileLink, ProfileSkill } from '../../../contract/profile.ts'
import type { ReviewPart, TakenItem } from '../../../contract/resumes.ts'
import {
  ENTRY_KINDS,
  type EntryChange,
  entryText,
  partText,
  withEntry,
} from '../../../profile/rules/entries.ts'
import { keyOfSkill, type UsualName } from '../../../profile/rules/resume-fields.ts'
import type { Change } from '../../../profile/rules/resume-reading.ts'
import { languageText, yearsText } from '../../../profile/rules/resume-said.ts'
import { fluencyOf, languageOf } from '../../../profile/rules/resume-words.ts'

/** Things of a résumé as the person wrote them otherwise. */

export type Edited =
  | { ok: true; after: string; apply: Change['apply'] }
  | { ok: false; part: ReviewPart | null; message: string }

const no = (message: string, part: ReviewPart | null = null): Edited => ({ ok: false, part, message })
const messageOf = (error: { issues: readonly { message: string }[] }): string =>
  error.issues[0]?.message ?? 'This cannot be taken over'

/** The change with the person's words instead of the résumé's; or why they cannot be taken, and which part is at fault. */
export function editedChange(change: Change, taken: TakenItem, usual: UsualName): Edited {
  const { item, entry, apply } = change
  if (entry) return taken.parts ? editedEntry(entry, taken.parts) : { ok: true, after: item.after, apply }
  const { text } = taken
  if (text === undefined || text === item.after) return { ok: true, after: item.after, apply }
  switch (item.field) {
    case 'name':
    case 'headline':
    case 'email':
    case 'phone':
    case 'location':
    case 'summary':
      return editedText(item.field, text)
    case 'years_of_experience':
      return editedYears(text)
    case 'skills':
      return editedSkill(text, usual)
    case 'languages':
      return editedLanguage(item, text)
    case 'links':
      return editedLink(item, text)
    default:
      return no('This can only be taken as it is, or left.')
  }
}

function editedEntry(entry: EntryChange, parts: Partial<Record<ReviewPart, string>>): Edited {
  const { schema, parts: known } = ENTRY_KINDS[entry.field]
  const written = known.map((part): [ReviewPart, string | string[]] => {
    const text = parts[part] ?? partText(entry.after, part)
    if (part === 'bullets')
      return [
        part,
        text
          .split('\n')
          .map(line => line.trim())
          .filter(line => line !== ''),
      ]
    return [part, text.replace(/\s+/g, ' ').trim()]
  })
  const checked = schema.safeParse(Object.fromEntries(written))
  if (checked.success) {
    const edited = { ...entry, after: checked.data }
    return {
      ok: true,
      after: entryText(entry.field, checked.data),
      apply: now => withEntry(now, edited),
    }
  }
  const at = checked.error.issues[0]?.path[0]
  return no(messageOf(checked.error), known.find(part => part === at) ?? null)
}

function editedText(
  field: 'name' | 'headline' | 'email' | 'phone' | 'location' | 'summary',
  text: string,
): Edited {
  const checked = Profile.shape[field].safeParse(text)
  if (!checked.success) return no(messageOf(checked.error))
  return { ok: true, after: checked.data ?? '', apply: now => ({ ...now, [field]: checked.data }) }
}

function editedYears(text: string): Edited {
  const [number] = /\d+(?:[.,]\d+)?/.exec(text) ?? []
  if (number === undefined) return no('Write a number')
  const checked = Profile.shape.years_of_experience.safeParse(Number(number.replace(',', '.')))
  if (!checked.success) return no(messageOf(checked.error))
  const years = checked.data
  return {
    ok: true,
    after: yearsText(years ?? 0),
    apply: now => ({ ...now, years_of_experience: years }),
  }
}

function editedSkill(text: string, usual: UsualName): Edited {
  const checked = ProfileSkill.safeParse(text)
  if (!checked.success) return no(messageOf(checked.error))
  const key = keyOfSkill(checked.data.name, usual)
  return {
    ok: true,
    after: checked.data.name,
    // What the profile has by now under any spelling is not listed twice.
    apply: now =>
      now.skills.some(own => keyOfSkill(own.name, usual) === key)
        ? now
        : { ...now, skills: [...now.skills, checked.data] },
  }
}

function editedLanguage({ id }: ResumeItem, text: string): Edited {
  const [, name = '', words = ''] = /^([^(]*)(?:\((.*)\)?)?$/s.exec(text.trim()) ?? []
  const level = fluencyOf(words)
  if (name.trim() === '') return no('Write a language')
  if (words.trim() !== '' && level === null)
    return no('Write the level as basic, working, fluent or native, like German (fluent)')
  const spoken = { language: languageOf(name), level }
  const checked = Profile.safeParse({ languages: [spoken] })
  if (!checked.success) return no(messageOf(checked.error))
  const before = id.split(':')[1] ?? ''
  const isIt = (language: string, key: string) => language.toLowerCase() === key.toLowerCase()
  return {
    ok: true,
    after: languageText(spoken),
    apply: now => {
      const others = now.languages.filter(own => !isIt(own.language, spoken.language))
      const at = others.findIndex(own => isIt(own.language, before))
      return {
        ...now,
        languages: at < 0 ? [...others, spoken] : others.map((own, index) => (index === at ? spoken : own)),
      }
    },
  }
}

function editedLink({ after }: ResumeItem, text: string): Edited {
  const written = /^(.{0,80}?):\s+(\S+)$/s.exec(text)
  const [, label = '', address = text] = written ?? ['', /^(.*?):\s/.exec(after)?.[1] ?? '', text]
  const url = /^[a-z]+:/i.test(address) ? address : `https://${address}`
  const checked = ProfileLink.safeParse({ label, url })
  if (!checked.success) return no(messageOf(checked.error))
  const link = checked.data
  return {
    ok: true,
    after: link.label === '' ? link.url : `${link.label}: ${link.url}`,
    apply: now =>
      now.links.some(own => own.url === link.url) ? now : { ...now, links: [...now.links, link] },
  }
}
