import { useQuery } from '@tanstack/react-query'
import { ChevronRight, KeyRound } from 'lucide-react'
import { useState } from 'react'
import { SOURCE_FAMILY_LABELS } from '../../../../../main/contract/labels.ts'
import type { SourceFamily, SourceKind } from '../../../../../main/contract/sources.ts'
import { ask } from '../../../app/core.ts'
import { Failure } from '../../../app/failure.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { TextField } from '../../../ui/field.tsx'
import { SkeletonRows } from '../../../ui/states.tsx'
import { useKinds } from '../use-kinds.ts'

const FAMILIES: readonly SourceFamily[] = ['ats', 'board', 'keyed']

/** True when the words stand in the kind's name, sentence or group. */
function matches(kind: SourceKind, text: string): boolean {
  const all = `${kind.label} ${kind.about} ${SOURCE_FAMILY_LABELS[kind.family]}`.toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every(word => all.includes(word))
}

/** Every kind of source with one sentence, by group; a press leads to what it needs. */
export function Catalogue({ onChoose }: { onChoose: (kind: SourceKind) => void }) {
  const kinds = useKinds()
  const sources = useQuery(ask('sources', 'list', {}))
  const [text, setText] = useState('')
  if (kinds.error) return <Failure error={kinds.error} onRetry={() => void kinds.refetch()} />
  if (kinds.isPending) return <SkeletonRows rows={5} label="Loading the catalogue" />
  const found = kinds.all.filter(kind => matches(kind, text.trim()))
  const there = (kind: SourceKind) => sources.data?.filter(one => one.kind === kind.kind).length ?? 0
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label="Search the catalogue"
        hideLabel
        type="search"
        placeholder="Search the catalogue"
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <div role="status" className="text-sm text-ink-2 empty:hidden">
        {found.length === 0 ? `No kind of source fits “${text.trim()}”.` : ''}
      </div>
      {FAMILIES.map(family => {
        const some = found.filter(kind => kind.family === family)
        return some.length === 0 ? null : (
          <section key={family} aria-label={SOURCE_FAMILY_LABELS[family]}>
            <h3 className="mb-1 text-xs font-medium text-ink-3">{SOURCE_FAMILY_LABELS[family]}</h3>
            <ul className="overflow-hidden rounded border border-line">
              {some.map(kind => (
                <li key={kind.kind} className="border-b border-line last:border-b-0">
                  <button
                    type="button"
                    onClick={() => onChoose(kind)}
                    className="flex w-full items-center gap-3 px-3 py-2 text-left hover:bg-hover focus-visible:outline-offset-[-2px]"
                  >
                    <span className="min-w-0 flex-1">
                      <span className="flex flex-wrap items-center gap-2 font-medium">
                        {kind.label}
                        {kind.keys.length > 0 ? <Badge icon={KeyRound}>Key</Badge> : null}
                        {there(kind) > 0 ? (
                          <Badge>{kind.fields.length > 0 ? `${there(kind)} added` : 'Added'}</Badge>
                        ) : null}
                      </span>
                      <span className="block text-sm text-ink-2">{kind.about}</span>
                    </span>
                    <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3" />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
