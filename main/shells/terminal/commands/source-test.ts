import { refuse } from '../../../contract/errors.ts'
import type { SourceView } from '../../../contract/sources.ts'
import { command } from '../command.ts'
import type { Session } from '../session.ts'

export const sourceTest = command({
  name: 'source test',
  usage: 'NAME',
  summary: 'Asks one source and says what came, without storing it. NAME: its label, or kind:key.',
  options: {},
  words: { least: 1, most: 20, what: 'the name of a source' },
  prepare: (_values, words) => async session => {
    const source = await sourceNamed(session, words.join(' '))
    const { postings, unread, message } = await session.ask('sources.test', { sourceId: source.id })
    return { json: { source: source.label, postings, unread, message }, lines: [message] }
  },
})

/** What a source answers to: its label, its kind, and its kind with any text of its config. */
const namesOf = ({ label, kind, config }: SourceView): string[] =>
  [
    label,
    kind,
    ...Object.values(config).flatMap(value => (typeof value === 'string' ? [`${kind}:${value}`] : [])),
  ].map(name => name.toLowerCase())

/** The one source of this name, without regard to case. Refuses with the names that there are. */
async function sourceNamed({ ask }: Session, name: string): Promise<SourceView> {
  const sources = await ask('sources.list', {})
  const wanted = name.trim().toLowerCase()
  const exact = sources.filter(source => namesOf(source).includes(wanted))
  const found = exact.length > 0 ? exact : sources.filter(({ label }) => label.toLowerCase().includes(wanted))
  const [only] = found
  if (only && found.length === 1) return only
  const listed = (some: readonly SourceView[]) => some.map(({ label }) => `"${label}"`).join(', ')
  if (found.length > 1)
    return refuse('conflict', `Several sources are named so: ${listed(found)}. Write more of the name.`)
  const known = sources.length > 0 ? `There are: ${listed(sources)}.` : 'There are none yet.'
  return refuse('not_found', `There is no source "${name}". ${known}`)
}
